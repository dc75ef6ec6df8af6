package io.generaldomo.examples.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.spec.conformance.Approach;
import io.generaldomo.spec.conformance.Credentials;
import io.generaldomo.zmtp.RoutingId;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.socket.PeerListener;
import io.generaldomo.zmtp.socket.SocketListener;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.SocketPeer;
import io.generaldomo.zmtp.socket.ZmtpClient;
import io.generaldomo.zmtp.socket.ZmtpDealer;
import io.generaldomo.zmtp.socket.ZmtpPull;
import io.generaldomo.zmtp.socket.ZmtpPush;
import io.generaldomo.zmtp.socket.ZmtpRep;
import io.generaldomo.zmtp.socket.ZmtpReq;
import io.generaldomo.zmtp.socket.ZmtpRouter;
import io.generaldomo.zmtp.socket.ZmtpServer;
import io.generaldomo.zmtp.socket.ZmtpSocket;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Our own sockets and our broker. */
final class OwnSubjects implements Implementation {
    private static final ZmtpSecurity PLAIN_SERVER = new ZmtpSecurity.PlainServer(OwnSubjects::judge);
    private static final ZmtpSecurity CURVE_SERVER = new ZmtpSecurity.CurveServer(Secrets.SERVER, OwnSubjects::judge);

    /** The dialects that have cases for workers and clients. */
    private static final List<MajordomoDialect> MAJORDOMO = List.of(MajordomoDialect.MDP_01, MajordomoDialect.MDP_02, MajordomoDialect.MDP_02_ZPROTO,
            MajordomoDialect.MDP_0X, MajordomoDialect.GDP, MajordomoDialect.GDP_02);

    private final ZmtpTransport transport = ZmtpTransport.create(1);

    /** Sends back what comes; its socket is known after it was opened. */
    private abstract static class Echo implements SocketListener {
        private final CompletableFuture<ZmtpSocket> socket = new CompletableFuture<>();

        ZmtpSocket on(ZmtpSocket opened) {
            socket.complete(opened);
            return opened;
        }

        @Override
        public void onMessage(SocketPeer from, ZmtpMessage message) {
            socket.thenAccept(opened -> reply(opened, from.routingId(), message));
        }

        abstract void reply(ZmtpSocket opened, RoutingId to, ZmtpMessage message);
    }

    private static ZmtpSocket open(SocketOptions options, Function<SocketListener, ZmtpSocket> opening) {
        Echo echo = new Echo() {
            @Override
            void reply(ZmtpSocket opened, RoutingId to, ZmtpMessage message) {
                if (opened instanceof ZmtpRouter router) {
                    router.send(to, message);
                } else if (opened instanceof ZmtpServer server) {
                    server.send(to, message);
                } else if (opened instanceof ZmtpDealer dealer) {
                    dealer.send(message);
                } else if (opened instanceof ZmtpClient client) {
                    client.send(message);
                } else {
                    message.release();
                }
            }
        };
        return echo.on(opening.apply(echo));
    }

    private static ZmtpSocket open(String type, SocketOptions options) {
        return switch (type) {
            case "ROUTER" -> open(options, echo -> ZmtpRouter.open(options, echo));
            case "SERVER" -> open(options, echo -> ZmtpServer.open(options, echo));
            case "DEALER" -> open(options, echo -> ZmtpDealer.open(options, echo));
            case "CLIENT" -> open(options, echo -> ZmtpClient.open(options, echo));
            case "PULL" -> open(options, echo -> ZmtpPull.open(options, echo));
            case "PUSH" -> ZmtpPush.open(options, PeerListener.NONE);
            case "REP" -> ZmtpRep.open(options, CompletableFuture::completedFuture);
            case "REQ" -> asking(ZmtpReq.open(options));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static ZmtpSocket asking(ZmtpReq req) {
        req.request(ZmtpMessage.copyOf("question".getBytes(UTF_8))).thenAccept(ZmtpMessage::release);
        return req;
    }

    private static CompletableFuture<ZmtpVerdict> judge(ZmtpApplicant applicant) {
        boolean good = applicant.credentials() instanceof ZmtpCredentials.Key
                || applicant.credentials() instanceof ZmtpCredentials.Password shown && shown.user().equals(Secrets.USER)
                        && Arrays.equals(shown.password(), Secrets.PASSWORD.getBytes(UTF_8));
        return CompletableFuture.completedFuture(good ? ZmtpVerdict.accept(Secrets.USER) : ZmtpVerdict.refuse(ZmtpVerdict.Refusal.NOT_AUTHENTICATED));
    }

    @Override
    public String name() {
        return "Generaldomo";
    }

    @Override
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(List.of(
                broker(),
                bound("ROUTER", ZmtpSecurity.NONE, Secrets.NONE),
                bound("DEALER", ZmtpSecurity.NONE, Secrets.NONE),
                bound("REP", ZmtpSecurity.NONE, Secrets.NONE),
                bound("SERVER", ZmtpSecurity.NONE, Secrets.NONE),
                bound("CLIENT", ZmtpSecurity.NONE, Secrets.NONE),
                bound("PULL", ZmtpSecurity.NONE, Secrets.NONE),
                bound("PUSH", ZmtpSecurity.NONE, Secrets.NONE),
                bound("ROUTER", PLAIN_SERVER, Secrets.PLAIN),
                bound("ROUTER", CURVE_SERVER, Secrets.CURVE_CLIENT),
                connecting("DEALER", ZmtpSecurity.NONE, Secrets.NONE),
                connecting("CLIENT", ZmtpSecurity.NONE, Secrets.NONE),
                connecting("REQ", ZmtpSecurity.NONE, Secrets.NONE),
                connecting("DEALER", new ZmtpSecurity.PlainClient(Secrets.USER, Secrets.PASSWORD), Secrets.PLAIN),
                connecting("DEALER", new ZmtpSecurity.CurveClient(Secrets.CLIENT, Secrets.SERVER.publicKey()), Secrets.CURVE_SERVER)));
        for (MajordomoDialect dialect : MAJORDOMO) {
            subjects.add(worker(dialect));
            subjects.add(client(dialect));
        }
        return subjects;
    }

    private static Subject worker(MajordomoDialect dialect) {
        Approach.Invitation invitation = port -> {
            ConnectionConfig connection = ConnectionConfig.to("tcp://127.0.0.1:" + port).withDialect(dialect);
            return GdpWorker.serve(WorkerConfig.of(connection, "echo"), request -> request);
        };
        return Subject.connecting("worker of " + dialect, Secrets.NONE, invitation).mute().takingOnly(OwnSubjects::isMajordomo);
    }

    private static Subject client(MajordomoDialect dialect) {
        Approach.Invitation invitation = port -> {
            GdpClient client = GdpClient.connect(ClientConfig.of(ConnectionConfig.to("tcp://127.0.0.1:" + port).withDialect(dialect)));
            client.request("echo", GdpMessage.ofUtf8("question"));
            return client;
        };
        return Subject.connecting("client of " + dialect, Secrets.NONE, invitation).mute().takingOnly(OwnSubjects::isMajordomo);
    }

    private static boolean isMajordomo(String id) {
        return !id.startsWith("zmtp/");
    }

    private static Subject broker() {
        GdpBroker broker = GdpBroker.create();
        String endpoint = broker.bind("tcp://127.0.0.1:*").join().toString();
        return Subject.bound("broker", endpoint, Secrets.NONE, broker::close).mute();
    }

    private Subject bound(String type, ZmtpSecurity security, Credentials credentials) {
        ZmtpSocket socket = open(type, SocketOptions.on(transport).withSecurity(security));
        String endpoint = socket.bind("tcp://127.0.0.1:*").join().toString();
        return Subject.bound(type + ", bound, " + word(security), endpoint, credentials, socket::close);
    }

    private Subject connecting(String type, ZmtpSecurity security, Credentials credentials) {
        Approach.Invitation invitation = port -> {
            ZmtpSocket socket = open(type, SocketOptions.on(transport).withSecurity(security).withLinger(Duration.ZERO));
            socket.connect("tcp://127.0.0.1:" + port);
            return socket;
        };
        return Subject.connecting(type + ", connecting, " + word(security), credentials, invitation);
    }

    private static String word(ZmtpSecurity security) {
        return security == ZmtpSecurity.NONE ? "NULL" : security.getClass().getSimpleName().replaceAll("Server|Client", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        transport.close();
    }
}
