package io.generaldomo.examples.config;

import static io.generaldomo.examples.config.Setting.Trait.MANY;
import static io.generaldomo.examples.config.Setting.Trait.RELOADED;
import static io.generaldomo.examples.config.Setting.Trait.SECRET;

import io.generaldomo.examples.config.Setting.Trait;
import io.generaldomo.examples.keys.AdminToken;
import io.generaldomo.zmtp.CurveKeyPair;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of all that a broker can be told. The file, the environment, the flags, {@code config show} and the documentation follow from it: a new
 * setting is a line here, a line in {@code generaldomo.yaml}, and whoever reads it.
 */
public final class Settings {
    /** The section of a file with a section for each service. */
    static final String SERVICES = "services";

    private static final List<Setting<?>> TABLE = new ArrayList<>();

    static final Setting<BoundEndpoint> ENDPOINTS = setting("endpoints", Types.ENDPOINT, "tcp://127.0.0.1:5555",
            "Where to accept peers: tcp://HOST:PORT, ipc://PATH, or over ws, wss, tls+tcp or tcp+ws. Host * means all interfaces, port 0 a free one; a kind "
                    + "may stand behind it.", Set.of(MANY), "-a", "--address");
    static final Setting<EndpointKind> KIND = setting("kind", Types.KIND, "auto",
            "Accept CLIENT peers as a SERVER, DEALER and REQ peers as a ROUTER, or whoever comes.", Set.of(), "-s", "--socket");
    static final Setting<Duration> DRAIN_TIME = setting("drain-time", Types.TIME, "10s",
            "To finish what is under way after Ctrl-C or SIGTERM; a second signal ends at once.", Set.of(RELOADED), "--drain");

    static final Setting<Duration> HEARTBEAT_INTERVAL = setting("heartbeat.interval", Types.TIME, "1s",
            "Between two heartbeats to a worker.", Set.of());
    static final Setting<Duration> HEARTBEAT_PEER_INTERVAL = setting("heartbeat.peer-interval", Types.TIME, "2500ms",
            "Between two heartbeats that a worker is taken to send.", Set.of());
    static final Setting<Integer> HEARTBEAT_LIVENESS = setting("heartbeat.liveness", Types.COUNT, "3",
            "How many of these an idle worker may miss before its lease ends.", Set.of());
    static final Setting<Duration> PING_INTERVAL = setting("ping.interval", Types.TIME_OR_ZERO, "5s",
            "Between two PINGs of ZMTP to every peer, which tell a busy worker from a dead one; 0 for none.", Set.of());
    static final Setting<Duration> PING_TIMEOUT = setting("ping.timeout", Types.TIME, "15s",
            "After a PING without a sign of life, the connection is closed.", Set.of());
    static final Setting<Duration> PING_TTL = setting("ping.ttl", Types.TTL, "0",
            "How long peers are told to wait for the broker's next sign of life, up to 65500ms; 0 tells nothing.", Set.of());

    static final Setting<Integer> SERVICE_TRIES = setting("service.tries", Types.COUNT, "3",
            "How many workers get one request, one after the other, if they are lost with it; 1 for work that must not run twice.", Set.of(RELOADED));
    static final Setting<Duration> SERVICE_REQUEST_EXPIRY = setting("service.request-expiry", Types.TIME, "60s",
            "How long a request waits for a worker.", Set.of(RELOADED));
    static final Setting<Optional<Duration>> SERVICE_PROCESSING_LIMIT = setting("service.processing-limit", Types.TIME_OR_NONE, "none",
            "How long a worker may hold a request.", Set.of(RELOADED));
    static final Setting<Integer> SERVICE_QUEUE_REQUESTS = setting("service.queue-requests", Types.COUNT, "10000",
            "Requests that wait for a service, until the clients that send them are not read from.", Set.of(RELOADED));
    static final Setting<Long> SERVICE_QUEUE_OCTETS = setting("service.queue-octets", Types.OCTETS, "64MiB",
            "Octets of the requests that wait for a service, with the same effect.", Set.of(RELOADED));

    static final Setting<Integer> QUEUE_REQUESTS = setting("queue.requests", Types.COUNT, "100000",
            "Requests that wait for all services together.", Set.of(RELOADED));
    static final Setting<Long> QUEUE_OCTETS = setting("queue.octets", Types.OCTETS, "256MiB",
            "Octets of the requests that wait for all services together.", Set.of(RELOADED));
    static final Setting<Integer> JOIN_REPLIES = setting("join.replies", Types.COUNT, "1000",
            "Partial replies that are kept to be joined, for a client that takes one reply.", Set.of(RELOADED));
    static final Setting<Long> JOIN_OCTETS = setting("join.octets", Types.OCTETS, "16MiB",
            "Octets of the partial replies to one request that are kept to be joined.", Set.of(RELOADED));

    static final Setting<Integer> CONNECTIONS = setting("limits.connections", Types.COUNT, "65536",
            "Connections to an endpoint at the same time. One too many is closed at once.", Set.of(RELOADED), "--max-connections");
    static final Setting<Integer> CONNECTIONS_PER_ADDRESS = setting("limits.connections-per-address", Types.COUNT, "65536",
            "Connections from one address; all of an IPv6 /64 is one.", Set.of(RELOADED), "--max-connections-per-address");
    static final Setting<Integer> HANDSHAKES = setting("limits.handshakes", Types.COUNT, "1000",
            "Connections whose handshake is not done; three in four of them may come from one address.", Set.of(RELOADED), "--max-handshakes");
    static final Setting<Duration> HANDSHAKE_TIME = setting("limits.handshake-time", Types.TIME, "30s",
            "Until a handshake has to be done.", Set.of(RELOADED), "--handshake-time");
    static final Setting<Long> MESSAGE = setting("limits.message", Types.OCTETS_OF_A_BUFFER, "64MiB",
            "Octets in a message. Who sends a larger one loses the connection.", Set.of(RELOADED), "--max-message");
    static final Setting<Integer> PARTS = setting("limits.parts", Types.COUNT, "1024",
            "Frames in a message.", Set.of(RELOADED));
    static final Setting<Long> COMMAND = setting("limits.command", Types.OCTETS_OF_A_BUFFER, "8KiB",
            "Octets in a command of ZMTP.", Set.of(RELOADED));
    static final Setting<Integer> PROPERTIES = setting("limits.properties", Types.COUNT, "64",
            "Properties that a peer tells of itself.", Set.of(RELOADED));
    static final Setting<Long> BACKLOG = setting("limits.backlog", Types.OCTETS, "64MiB",
            "Octets that wait for a peer which does not read them, before it loses the connection.", Set.of(RELOADED));
    static final Setting<Integer> SERVICES_SERVED = setting("limits.services", Types.COUNT, "65536",
            "Services that have a worker.", Set.of(RELOADED));
    static final Setting<Integer> SERVICES_UNSERVED = setting("limits.unserved-services", Types.COUNT, "8192",
            "Names that requests wait for though no worker offers them.", Set.of(RELOADED));
    static final Setting<Integer> SERVICES_UNSERVED_PER_CLIENT = setting("limits.unserved-services-per-client", Types.COUNT, "64",
            "At how many services a client may wait if one of them is such a name.", Set.of(RELOADED));
    static final Setting<Integer> SERVICE_NAME = setting("limits.service-name", Types.count(1, 255), "255",
            "Octets in the name of a service.", Set.of(RELOADED));
    static final Setting<Integer> REQUESTS_PER_WORKER = setting("limits.requests-per-worker", Types.COUNT, "16",
            "Requests that a worker holds which takes several at a time.", Set.of());
    static final Setting<Integer> FILTERS = setting("limits.filters", Types.COUNT_OR_ZERO, "1024",
            "Filters that clients can set through mmi.filter; 0 to have no such service.", Set.of());

    static final Setting<CurveKeyPair> CURVE = setting("security.curve", Types.KEY_PAIR, "",
            "The file with the broker's own keys, to encrypt with CURVE. Needs to be told who may connect.", Set.of(), "--curve");
    static final Setting<CurveKeyPair> SECRET_KEY = setting("security.secret-key", Types.SECRET_KEY, "",
            "Instead of that file, the broker's secret key itself, for those who keep secrets in the environment.", Set.of(SECRET));
    static final Setting<Path> AUTHORIZED_KEYS = setting("security.authorized-keys", Types.DIRECTORY, "",
            "Let in the users whose public keys are in this directory, each in a file that bears the user's name. Files count at once.", Set.of(RELOADED),
            "--authorized-keys");
    static final Setting<Boolean> ANY_KEY = setting("security.any-key", Types.SWITCH, "false",
            "Let in everybody who has a key, whichever it is; the key is the name of the user.", Set.of(RELOADED), "--any-key");
    static final Setting<Path> PLAIN_USERS = setting("security.plain-users", Types.USERS, "",
            "Ask for a name and a password instead, without encryption; generaldomo passwd writes the file. Its lines count at once.", Set.of(RELOADED),
            "--plain-users");
    static final Setting<Boolean> INSECURE = setting("security.insecure", Types.SWITCH, "false",
            "Accept everybody from other machines too, without CURVE or PLAIN.", Set.of(), "--insecure");

    static final Setting<AccessRule> RULES = setting("access.rules", Types.RULE, "",
            "What users may do. USER * is everybody let in; SERVICE may be name.* or *, and the broker's own are mmi.*. What no rule allows is refused.",
            Set.of(MANY, RELOADED), "--allow");
    static final Setting<Boolean> ALLOW_ALL = setting("access.allow-all", Types.SWITCH, "false",
            "Everybody who is let in may do everything.", Set.of(RELOADED), "--allow-all");

    static final Setting<Path> TLS_CERT = setting("tls.cert", PemFile.CERTIFICATES, "",
            "The broker's certificate for tls+tcp and wss, in PEM, and those that lead from it to one that the peers trust.", Set.of());
    static final Setting<Path> TLS_KEY = setting("tls.key", PemFile.KEY, "",
            "Its private key, in PEM, without a password.", Set.of());
    static final Setting<Path> TLS_TRUST = setting("tls.trust", PemFile.CERTIFICATES, "",
            "Ask the peers at tls+tcp and wss for certificates, and let in those only that these vouch for.", Set.of());

    static final Setting<String> WEB_ORIGINS = setting("web.origins", Types.ORIGIN, "",
            "Let in web pages over WebSocket that are of this origin, such as https://app.example; * lets in all.", Set.of(MANY), "--web-origin");
    static final Setting<Integer> WEB_PAGE = setting("web.page", Types.PORT, "",
            "Serve a page on this machine, at this port, that makes requests from a browser, and let it in; port 0 is a free one.", Set.of(), "--page");

    static final Setting<Set<PosixFilePermission>> IPC_PERMISSIONS = setting("ipc.permissions", Types.PERMISSIONS, "600",
            "Of the files of ipc, as chmod takes them: who may write to one may connect.", Set.of());

    static final Setting<LogFormat> LOG_FORMAT = setting("log.format", Types.LOG_FORMAT, "text",
            "Lines of the log for people, or an object of JSON on each.", Set.of(RELOADED), "--log-format");
    static final Setting<LogLevel> LOG_LEVEL = setting("log.level", Types.LOG_LEVEL, "warn",
            "From which level on lines are logged; --verbose is debug.", Set.of(RELOADED), "--log-level");

    static final Setting<InetSocketAddress> ADMIN_BIND = setting("admin.bind", Types.HOST_AND_PORT, "",
            "Where the admin pages are: dashboard, health, metrics. Everybody who reaches them can read; 127.0.0.1:8080 is for this machine only, port 0 a "
                    + "free one.", Set.of(), "--admin");
    static final Setting<AdminToken> ADMIN_TOKEN_FILE = setting("admin.token-file", Types.ADMIN_TOKEN, "",
            "The first line is what it takes to drain, disconnect or reload from there; without it, nobody can.", Set.of());

    private Settings() {}

    private static <T> Setting<T> setting(String key, ValueType<T> type, String standard, String description, Set<Trait> traits, String... flags) {
        Set<Trait> known = EnumSet.noneOf(Trait.class);
        known.addAll(traits);
        List<String> values = standard.isEmpty() ? List.of() : List.of(standard);
        List<String> names = traits.contains(SECRET) ? List.of() : Setting.flags(key, flags);
        Setting<T> setting = new Setting<>(key, type, values, description, Set.copyOf(known), names);
        TABLE.add(setting);
        return setting;
    }

    /**
     * The table.
     *
     * @return all settings, section by section
     */
    public static List<Setting<?>> all() {
        return List.copyOf(TABLE);
    }

    /** The setting of a key. */
    static Optional<Setting<?>> find(String key) {
        return TABLE.stream().<Setting<?>>map(setting -> setting).filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** What can be told of each service. */
    static List<Setting<?>> ofServices() {
        return TABLE.stream().<Setting<?>>map(setting -> setting).filter(Setting::isOfServices).toList();
    }

    /** The names that may stand in a section; in the whole file, if it has no name. */
    static List<String> namesIn(String section) {
        String prefix = section.isEmpty() ? "" : section + '.';
        List<String> names = new ArrayList<>(TABLE.stream()
                .map(Setting::key)
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).split("\\.")[0])
                .distinct()
                .toList());
        if (section.isEmpty()) {
            names.add(names.indexOf("service") + 1, SERVICES);
        }
        return names;
    }
}
