package io.generaldomo.examples.cli;

import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.zmtp.transport.TlsFiles;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets of the JDK's that speak TLS, as files of PEM say, for the conformance kit. The peer's certificate has to be for its host. Thread-safe. */
final class TlsSockets implements Approach.Sockets {
    private final SSLSocketFactory factory;

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    TlsSockets(TlsFiles files) {
        SslContextBuilder context = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
        if (files.certificate().isPresent() && files.key().isPresent()) {
            context.keyManager(files.certificate().get().toFile(), files.key().get().toFile());
        }
        files.trust().ifPresent(trust -> context.trustManager(trust.toFile()));
        try {
            factory = ((JdkSslContext) context.build()).context().getSocketFactory();
        } catch (SSLException e) {
            throw new IllegalArgumentException("no TLS: " + e.getMessage(), e);
        }
    }

    /** Connects once, to say what is wrong with certificates: the kit sees nothing but a connection that ends. */
    void tryOut(SocketAddress peer, int millis) throws IOException {
        try (SSLSocket socket = (SSLSocket) make()) {
            socket.connect(peer, millis);
            socket.setSoTimeout(millis);
            socket.startHandshake();
        } catch (SSLException e) {
            throw new IOException(isAboutCertificates(e)
                    ? "the peer's TLS certificate is not trusted, or for another host; --tls-trust FILE names those that are"
                    : "the two sides find no way to speak TLS with each other", e);
        }
    }

    private static boolean isAboutCertificates(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(CertificateException.class::isInstance);
    }

    @Override
    public Socket make() throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket();
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }
}
