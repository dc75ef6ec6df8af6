package io.generaldomo.examples.bench.role;

import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.zmtp.transport.ZmtpTransport;

/** A broker with default settings, and anybody may do everything. */
final class Broker {
    private Broker() {}

    static String open(RoleArguments args, ZmtpTransport transport) {
        BrokerConfig config = BrokerConfig.DEFAULT.withSecurity(Sockets.security(args)).withAccess(AccessRules.ALLOW_ALL);
        return GdpBroker.create(config, transport).bind("tcp://127.0.0.1:0").join().toString();
    }
}
