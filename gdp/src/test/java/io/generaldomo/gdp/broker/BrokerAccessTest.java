package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may request and who may serve: what the core makes of the rules. */
class BrokerAccessTest {
    private static final ZmtpSecurity ASKING = new ZmtpSecurity.Null(
            Optional.of(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept("anyone"))));

    private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withAccess(AccessRules.DENY_ALL
            .allowRequests("alice", "echo", "mmi.service")
            .allowServing("bob", "echo")));
    private final TestPeer alice = broker.peer("1", Dialect.MDP_01, "alice");
    private final TestPeer bob = broker.peer("2", Dialect.MDP_01, "bob");
    private final TestPeer nobody = broker.peer("3");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void who_may_request_is_served_by_who_may_serve() {
        broker.ready(bob, "echo");
        broker.request(alice, "echo", "a");
        broker.reply(bob, "b");
        assertThat(alice.take()).containsExactly("REPLY echo b");
        assertThat(broker.count(Count.DENIED)).isZero();
    }

    @Test
    void requests_of_others_come_to_no_worker() {
        broker.ready(bob, "echo");
        broker.request(bob, "echo", "a");
        broker.request(nobody, "echo", "a");
        broker.request(alice, "other", "a");
        assertThat(bob.take()).isEmpty();
        assertThat(nobody.take()).isEmpty();
        assertThat(alice.take()).isEmpty();
        assertThat(broker.liveBuffers()).isZero();
        assertThat(broker.core.services().size()).as("no queue is opened for them").isEqualTo(1);
        assertThat(broker.count(Count.DENIED)).isEqualTo(3);
        assertThat(broker.count(Count.ACCEPTED)).isZero();
    }

    @Test
    void a_client_whose_dialect_has_nak_is_told() {
        TestPeer client = broker.peer("4", Dialect.MDP_0X, "bob");
        broker.request(client, "echo", "a");
        assertThat(client.take()).containsExactly("NAK echo a");
        assertThat(broker.count(Count.DENIED)).isEqualTo(1);
    }

    @Test
    void row_32_workers_of_others_are_sent_away_and_keep_their_connection() {
        broker.ready(alice, "echo");
        broker.ready(bob, "other");
        broker.ready(nobody, "echo");
        assertThat(alice.take()).containsExactly("DISCONNECT");
        assertThat(bob.take()).containsExactly("DISCONNECT");
        assertThat(nobody.take()).containsExactly("DISCONNECT");
        assertThat(broker.core.services().size()).isZero();
        assertThat(broker.count(Count.DENIED)).isEqualTo(3);
        broker.ready(bob, "echo");
        assertThat(bob.take()).isEmpty();
        assertThat(broker.core.services().size()).isEqualTo(1);
    }

    @Test
    void a_second_registration_that_is_not_allowed_ends_the_first() {
        broker.ready(bob, "echo");
        broker.ready(bob, "other");
        assertThat(bob.take()).containsExactly("DISCONNECT");
        assertThat(broker.core.services().size()).isZero();
    }

    @Test
    void management_needs_a_permission_of_its_own() {
        broker.request(alice, "mmi.service", "echo");
        broker.request(alice, "mmi.filter", "enable", "echo", "a");
        broker.request(bob, "mmi.service", "echo");
        assertThat(alice.take()).containsExactly("REPLY mmi.service 404", "REPLY mmi.filter 403");
        assertThat(bob.take()).containsExactly("REPLY mmi.service 403");
        assertThat(broker.count(Count.DENIED)).isEqualTo(2);
    }

    @Test
    void without_rules_an_authenticating_broker_allows_nothing_and_another_one_everything() {
        assertThat(BrokerConfig.DEFAULT.access()).isSameAs(AccessRules.ALLOW_ALL);
        assertThat(BrokerConfig.DEFAULT.withSecurity(ASKING).access()).isSameAs(AccessRules.DENY_ALL);
        assertThat(BrokerConfig.DEFAULT.withAccess(AccessRules.ALLOW_ALL).withSecurity(ASKING).access())
                .isSameAs(AccessRules.ALLOW_ALL);
        assertThat(BrokerConfig.DEFAULT.withAccess(AccessRules.DENY_ALL).access()).isSameAs(AccessRules.DENY_ALL);
    }
}
