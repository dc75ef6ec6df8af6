package io.generaldomo.examples.bench.role;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What our broker, worker and requester agree about. Stateless. */
final class Services {
    private static final Map<String, MajordomoDialect> OTHERS =
            Map.of("mdp01", MajordomoDialect.MDP_01, "mdp02", MajordomoDialect.MDP_02, "zproto", MajordomoDialect.MDP_02_ZPROTO,
                    "mdp0x", MajordomoDialect.MDP_0X, "gdp02", MajordomoDialect.GDP_02,
                    "gdp03", MajordomoDialect.GDP_03);
    private static final HeartbeatPolicy SELDOM = HeartbeatPolicy.every(Duration.ofMinutes(10), 3);

    private Services() {}

    static List<ServiceName> names(RoleArguments args) {
        int services = args.number("services", 1);
        return services == 1
                ? List.of(ServiceName.of("echo"))
                : IntStream.range(0, services).mapToObj(i -> ServiceName.of("echo-" + i)).toList();
    }

    static ConnectionConfig connection(RoleArguments args) {
        ConnectionConfig config = ConnectionConfig.to(args.text("endpoint"))
                .withDialect(dialect(args.text("dialect", "gdp")))
                .withSecurity(Sockets.security(args));
        return areHeartbeatsSeldom(args) ? config.withHeartbeat(ZmtpHeartbeat.OFF) : config;
    }

    /** As real brokers and workers have them, or so seldom that none is among what is measured, and no PING. */
    static boolean areHeartbeatsSeldom(RoleArguments args) {
        return args.text("heartbeat", "usual").equals("seldom");
    }

    static HeartbeatPolicy heartbeat(RoleArguments args) {
        return areHeartbeatsSeldom(args) ? SELDOM : HeartbeatPolicy.DEFAULT;
    }

    private static MajordomoDialect dialect(String word) {
        MajordomoDialect other = OTHERS.get(word);
        return other == null ? MajordomoDialect.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')) : other;
    }
}
