package io.generaldomo.zmtp.transport;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslProvider;
import java.io.File;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** TLS beneath everything else, by the JDK. Immutable; makes the handlers of each connection. */
final class TlsLayer {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SslContext context;
    private final Endpoint endpoint;

    private TlsLayer(SslContext context, Endpoint endpoint) {
        this.context = context;
        this.endpoint = endpoint;
    }

    /**
     * Of who binds.
     *
     * @throws IllegalArgumentException if there is no certificate, or a file cannot be read
     */
    static TlsLayer accepting(Endpoint endpoint, TlsFiles files) {
        if (files.certificate().isEmpty() || files.key().isEmpty()) {
            throw new IllegalArgumentException("TLS takes a certificate and its key, and none are given");
        }
        SslContextBuilder builder = SslContextBuilder.forServer(file(files.certificate().get()), file(files.key().get()));
        files.trust().ifPresent(trust -> builder.trustManager(file(trust)).clientAuth(ClientAuth.REQUIRE));
        return build(builder, endpoint);
    }

    /**
     * Of who connects: the peer's certificate has to be for the host of the endpoint.
     *
     * @throws IllegalArgumentException if a file cannot be read
     */
    static TlsLayer connecting(Endpoint endpoint, TlsFiles files) {
        SslContextBuilder builder = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS");
        if (files.certificate().isPresent() && files.key().isPresent()) {
            builder.keyManager(file(files.certificate().get()), file(files.key().get()));
        }
        files.trust().ifPresent(trust -> builder.trustManager(file(trust)));
        return build(builder, endpoint);
    }

    private static File file(Path path) {
        return path.toFile();
    }

    private static TlsLayer build(SslContextBuilder builder, Endpoint endpoint) {
        try {
            return new TlsLayer(builder.sslProvider(SslProvider.JDK).protocols(PROTOCOLS).build(), endpoint);
        } catch (SSLException e) {
            throw new IllegalArgumentException("no TLS for '" + endpoint + "': " + e.getMessage(), e);
        }
    }

    void addTo(ChannelPipeline pipeline) {
        SslHandler handler = context.newHandler(pipeline.channel().alloc(), endpoint.host(), endpoint.port());
        handler.setHandshakeTimeoutMillis(0); // the deadline of ZMTP's handshake is for this one too
        pipeline.addLast(handler, new Verdict());
    }

    /** Says in our words what is wrong: those of the JDK may have names in them that the peer chose. */
    private static final class Verdict extends ChannelInboundHandlerAdapter {
        private boolean told;

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof SslHandshakeCompletionEvent end && !end.isSuccess()) {
                tell(ctx, end.cause());
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            if (cause instanceof DecoderException && cause.getCause() instanceof SSLException failure) {
                tell(ctx, failure);
            } else {
                ctx.fireExceptionCaught(cause);
            }
        }

        private void tell(ChannelHandlerContext ctx, Throwable cause) {
            if (!told && ctx.channel().isActive()) {
                told = true;
                ctx.fireExceptionCaught(failure(cause));
                ctx.close();
            }
        }

        private static ZmtpException failure(Throwable cause) {
            if (cause instanceof NotSslRecordException) {
                return new ZmtpException(Reason.NOT_ZMTP, "what came is no TLS");
            }
            for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
                if (deeper instanceof CertificateException) {
                    return new ZmtpException(Reason.NOT_AUTHENTICATED, "the peer's TLS certificate is not trusted, or for another host");
                }
            }
            return new ZmtpException(Reason.CRYPTOGRAPHIC, "the two sides found no way to speak TLS with each other, or one refused the other's certificate");
        }
    }
}
