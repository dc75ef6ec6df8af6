package io.generaldomo.examples.bench.role;

import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.broker.QueueLimits;
import io.generaldomo.zmtp.ZmtpHeartbeat;
import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.time.Duration;

/**
 * A broker with default settings, except that anybody may do everything, thousands of workers may come at the same time, and {@code queued} requests may
 * wait.
 */
final class Broker {
    private static final long OCTETS = 1L << 30;

    private Broker() {}

    static String open(RoleArguments args, ZmtpTransport transport) {
        BrokerConfig config = BrokerConfig.DEFAULT
                .withSecurity(Sockets.security(args))
                .withAccess(AccessRules.ALLOW_ALL)
                .withHeartbeat(Services.heartbeat(args))
                .withLimits(Sockets.CROWD);
        if (Services.areHeartbeatsSeldom(args)) {
            config = config.withPing(ZmtpHeartbeat.OFF);
        }
        int queued = args.number("queued", 0);
        if (queued > 0) {
            QueueLimits limits = new QueueLimits(queued, OCTETS);
            config = config.withServiceQueue(limits).withBrokerQueue(limits).withRequestExpiry(Duration.ofHours(1));
        }
        return GdpBroker.create(config, transport).bind("tcp://127.0.0.1:0").join().toString();
    }
}
