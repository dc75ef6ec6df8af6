package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A configuration that changes while the broker runs: what the core makes of it. */
class BrokerReconfigureTest {
    private static final AccessRules BEFORE = AccessRules.DENY_ALL.allowRequests("alice", "echo").allowServing("bob", "echo");
    private static final BrokerConfig CONFIG = BrokerConfig.DEFAULT
            .withAccess(BEFORE)
            .withServiceQueue(new QueueLimits(10, 1000))
            .withRequestExpiry(Duration.ofSeconds(60));

    private final TestBroker broker = new TestBroker(CONFIG);
    private final TestPeer alice = broker.peer("1", Dialect.MDP_01, "alice");
    private final TestPeer bob = broker.peer("2", Dialect.MDP_01, "bob");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void other_rules_count_at_once() {
        broker.reconfigure(CONFIG.withAccess(BEFORE.allowRequests("bob", "echo")));
        broker.request(bob, "echo", "a");
        assertThat(broker.count(Count.ACCEPTED)).isEqualTo(1);
        broker.reconfigure(CONFIG.withAccess(BEFORE));
        broker.request(bob, "echo", "b");
        assertThat(broker.count(Count.DENIED)).isEqualTo(1);
    }

    @Test
    void an_idle_worker_that_may_not_serve_any_more_leaves_and_cannot_come_back() {
        broker.ready(bob, "echo");
        broker.reconfigure(CONFIG.withAccess(AccessRules.DENY_ALL));
        assertThat(bob.take()).containsExactly("DISCONNECT");
        assertThat(bob.closed).isFalse();
        broker.ready(bob, "echo");
        assertThat(bob.take()).containsExactly("DISCONNECT");
        assertThat(broker.count(Count.DENIED)).isEqualTo(1);
    }

    @Test
    void a_busy_one_replies_first() {
        broker.ready(bob, "echo");
        broker.request(alice, "echo", "a");
        broker.reconfigure(CONFIG.withAccess(AccessRules.DENY_ALL));
        assertThat(bob.take()).containsExactly("REQUEST a");
        broker.reply(bob, "b");
        assertThat(alice.take()).containsExactly("REPLY echo b");
        assertThat(bob.take()).containsExactly("DISCONNECT");
    }

    @Test
    void workers_that_still_may_stay() {
        broker.ready(bob, "echo");
        broker.reconfigure(CONFIG.withAccess(BEFORE.allowServing("carol", "*")));
        broker.request(alice, "echo", "a");
        assertThat(bob.take()).containsExactly("REQUEST a");
    }

    @Test
    void a_longer_queue_lets_clients_go_on() {
        for (int i = 0; i < 10; i++) {
            broker.request(alice, "echo", "a");
        }
        assertThat(alice.paused).isTrue();
        broker.reconfigure(CONFIG.withServiceQueue(new QueueLimits(20, 1000)));
        assertThat(alice.paused).isFalse();
        broker.reconfigure(CONFIG.withServiceQueue(new QueueLimits(2, 1000)));
        broker.request(alice, "echo", "a");
        assertThat(broker.count(Count.REFUSED)).isEqualTo(1);
    }

    @Test
    void all_queues_together_as_well() {
        for (int i = 0; i < 4; i++) {
            broker.request(alice, "echo", "a");
        }
        broker.reconfigure(CONFIG.withBrokerQueue(new QueueLimits(4, 1000)));
        broker.request(alice, "echo", "a");
        assertThat(alice.paused).isTrue();
        broker.reconfigure(CONFIG);
        assertThat(alice.paused).isFalse();
    }

    /** Also if the time is shorter than all that the broker knew before. */
    @Test
    void requests_to_come_wait_as_long_as_is_said_now() {
        broker.request(alice, "echo", "old");
        broker.reconfigure(CONFIG.withServicePolicy(ServiceName.of("echo"), CONFIG.servicePolicy().withRequestExpiry(Duration.ofMillis(20))));
        broker.request(alice, "echo", "new");
        broker.advance(20);
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(1);
        broker.advance(59_979);
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(1);
        broker.advance(1);
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(2);
    }
}
