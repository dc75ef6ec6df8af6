package io.generaldomo.gdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.zmtp.ConnectionLimits;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A broker that is told something else while peers are connected. */
class ReconfigureTest {
    private static final AccessRules MAY_ASK = AccessRules.DENY_ALL.allowRequests("*", "mmi.broker");

    private static BrokerConfig letting(String user) {
        ZmtpAuthenticator onlyOne = applicant -> CompletableFuture.completedFuture(
                ((ZmtpCredentials.Password) applicant.credentials()).user().equals(user) ? ZmtpVerdict.accept(user) : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
        return BrokerConfig.DEFAULT.withSecurity(new ZmtpSecurity.PlainServer(onlyOne)).withAccess(MAY_ASK);
    }

    private static GdpClient client(Endpoint endpoint, String user) {
        return GdpClient.connect(
                ClientConfig.of(ConnectionConfig.to(endpoint.toString()).withSecurity(new ZmtpSecurity.PlainClient(user, ""))));
    }

    private static String status(GdpClient client) throws Exception {
        return client.request("mmi.broker", GdpMessage.EMPTY).get(30, TimeUnit.SECONDS).utf8(0);
    }

    @Test
    void whoIsConnectedStaysAndWhoComesMeetsTheNewOne() throws Exception {
        try (GdpBroker broker = GdpBroker.create(letting("alice"))) {
            Endpoint endpoint = broker.bind("tcp://127.0.0.1:*").join();
            try (GdpClient alice = client(endpoint, "alice")) {
                assertThat(status(alice)).isEqualTo("200");
                broker.reconfigure(letting("bob")).join();
                assertThat(status(alice)).isEqualTo("200");
                try (GdpClient bob = client(endpoint, "bob")) {
                    assertThat(status(bob)).isEqualTo("200");
                    broker.reconfigure(letting("bob").withAccess(AccessRules.DENY_ALL)).join();
                    assertThat(status(alice)).isEqualTo("403");
                    assertThat(status(bob)).isEqualTo("403");
                }
            }
        }
    }

    @Test
    void anotherNumberOfConnectionsCountsAtOnce() throws Exception {
        try (GdpBroker broker = GdpBroker.create()) {
            Endpoint endpoint = broker.bind("tcp://127.0.0.1:*").join();
            try (Socket first = new Socket(endpoint.host(), endpoint.port())) {
                assertThat(first.getInputStream().read()).as("the greeting").isEqualTo(0xFF);
                broker.reconfigure(BrokerConfig.DEFAULT.withLimits(
                        BrokerConfig.DEFAULT.limits().withAccepted(ConnectionLimits.DEFAULT.withConnections(1, 1)))).join();
                try (Socket second = new Socket(endpoint.host(), endpoint.port())) {
                    assertThat(second.getInputStream().read()).as("one too many").isEqualTo(-1);
                }
                broker.reconfigure(BrokerConfig.DEFAULT).join();
                try (Socket third = new Socket(endpoint.host(), endpoint.port())) {
                    assertThat(third.getInputStream().read()).isEqualTo(0xFF);
                }
            }
        }
    }
}
