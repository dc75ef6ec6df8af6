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
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpLimits;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.socket.SocketOptions;
import io.generaldomo.zmtp.socket.ZmtpSocket;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Our own sockets and our broker. */
final class OwnSubjects implements Implementation {
    private static final ZmtpSecurity PLAIN_SERVER = new ZmtpSecurity.PlainServer(OwnSubjects::judge);
    private static final ZmtpSecurity CURVE_SERVER = new ZmtpSecurity.CurveServer(Secrets.SERVER, OwnSubjects::judge);

    /** The dialects that have cases for workers and clients. */
    private static final List<MajordomoDialect> MAJORDOMO = List.of(MajordomoDialect.MDP_01, MajordomoDialect.MDP_02, MajordomoDialect.MDP_02_ZPROTO,
            MajordomoDialect.MDP_0X, MajordomoDialect.GDP, MajordomoDialect.GDP_02);

    private static final List<String> BOUND = List.of(
            "ROUTER", "DEALER", "REP", "SERVER", "CLIENT", "PULL", "PUSH", "PUB", "SUB", "XPUB", "XSUB", "RADIO", "DISH", "SCATTER", "GATHER", "PEER");
    /** Those that talk to one peer at a time: one for each case. */
    private static final List<String> EXCLUSIVE = List.of("PAIR", "CHANNEL");
    private static final List<String> CONNECTING = List.of(
            "DEALER", "CLIENT", "REQ", "PAIR", "CHANNEL", "PEER", "PUSH", "SCATTER", "SUB", "XSUB", "RADIO", "DISH");

    private final ZmtpTransport transport = ZmtpTransport.create(1);

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
        List<Subject> subjects = new ArrayList<>(List.of(broker()));
        for (String type : BOUND) {
            subjects.add(bound("tcp", type, ZmtpSecurity.NONE, Secrets.NONE));
        }
        for (String type : EXCLUSIVE) {
            subjects.add(started(type));
        }
        subjects.add(bound("tcp", "ROUTER", PLAIN_SERVER, Secrets.PLAIN));
        subjects.add(bound("tcp", "ROUTER", CURVE_SERVER, Secrets.CURVE_CLIENT));
        for (String type : CONNECTING) {
            subjects.add(connecting("tcp", type, ZmtpSecurity.NONE, Secrets.NONE));
        }
        subjects.add(connecting("tcp", "DEALER", new ZmtpSecurity.PlainClient(Secrets.USER, Secrets.PASSWORD), Secrets.PLAIN));
        subjects.add(connecting("tcp", "DEALER", new ZmtpSecurity.CurveClient(Secrets.CLIENT, Secrets.SERVER.publicKey()), Secrets.CURVE_SERVER));
        subjects.add(hurried("tcp"));
        subjects.addAll(overWebSocket());
        for (MajordomoDialect dialect : MAJORDOMO) {
            subjects.add(worker(dialect));
            subjects.add(client(dialect));
        }
        return subjects;
    }

    private List<Subject> overWebSocket() {
        return Stream.of(
                        bound("ws", "ROUTER", ZmtpSecurity.NONE, Secrets.NONE),
                        bound("ws", "XPUB", ZmtpSecurity.NONE, Secrets.NONE),
                        bound("ws", "ROUTER", PLAIN_SERVER, Secrets.PLAIN),
                        bound("ws", "ROUTER", CURVE_SERVER, Secrets.CURVE_CLIENT),
                        connecting("ws", "DEALER", ZmtpSecurity.NONE, Secrets.NONE),
                        connecting("ws", "SUB", ZmtpSecurity.NONE, Secrets.NONE),
                        hurried("ws"))
                .map(Subject::overWebSocket)
                .toList();
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

    private Subject bound(String scheme, String type, ZmtpSecurity security, Credentials credentials) {
        ZmtpSocket socket = OwnSockets.open(type, SocketOptions.on(transport).withSecurity(security));
        String endpoint = socket.bind(scheme + "://127.0.0.1:*").join().toString();
        return Subject.bound(type + ", bound, " + word(security), endpoint, credentials, socket::close);
    }

    private Subject started(String type) {
        return Subject.started(type + ", bound, NULL", Secrets.NONE, () -> {
            ZmtpSocket socket = OwnSockets.open(type, SocketOptions.on(transport).withLinger(Duration.ZERO));
            String endpoint = socket.bind("tcp://127.0.0.1:*").join().toString();
            return new Approach.Host(Subject.address(endpoint), socket);
        });
    }

    private Subject hurried(String scheme) {
        SocketOptions options = SocketOptions.on(transport).withLimits(ZmtpLimits.DEFAULT.withHandshakeTime(Subject.HURRY));
        ZmtpSocket socket = OwnSockets.open("ROUTER", options);
        String endpoint = socket.bind(scheme + "://127.0.0.1:*").join().toString();
        return Subject.bound("ROUTER, bound, NULL", endpoint, Secrets.NONE, socket::close).inHurry();
    }

    private Subject connecting(String scheme, String type, ZmtpSecurity security, Credentials credentials) {
        Approach.Invitation invitation = port -> {
            ZmtpSocket socket = OwnSockets.open(type, SocketOptions.on(transport).withSecurity(security).withLinger(Duration.ZERO));
            socket.connect(scheme + "://127.0.0.1:" + port);
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
