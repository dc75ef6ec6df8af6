package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What differs from service to service. */
class BrokerPolicyTest {
    private static final ServicePolicy USUAL = ServicePolicy.DEFAULT.withMaxTries(2);
    private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT
            .withServicePolicy(USUAL)
            .withServicePolicy(ServiceName.of("once"), USUAL.withMaxTries(1))
            .withServicePolicy(ServiceName.of("hasty"), USUAL.withRequestExpiry(Duration.ofMillis(50)).withQueue(new QueueLimits(2, 100)))
            .withServicePolicy(ServiceName.of("limited"), USUAL.withProcessingLimit(Duration.ofSeconds(10))));
    private final TestPeer client = broker.peer("client");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void work_that_must_not_run_twice_does_not() {
        TestPeer one = broker.worker("one", "once");
        TestPeer two = broker.worker("two", "once");
        broker.request(client, "once", "a");
        broker.gone(one);
        assertThat(two.take()).isEmpty();
        assertThat(broker.count(Count.EXHAUSTED)).isEqualTo(1);
    }

    @Test
    void other_services_keep_the_usual_number_of_tries() {
        TestPeer one = broker.worker("one", "echo");
        TestPeer two = broker.worker("two", "echo");
        TestPeer three = broker.worker("three", "echo");
        broker.request(client, "echo", "a");
        broker.gone(one);
        assertThat(two.take()).containsExactly("REQUEST a");
        broker.gone(two);
        assertThat(three.take()).isEmpty();
    }

    @Test
    void each_service_has_its_own_patience_and_queue() {
        broker.request(client, "hasty", "a");
        broker.request(client, "echo", "a");
        assertThat(client.paused).isFalse();
        broker.request(client, "hasty", "b");
        assertThat(client.paused).isTrue();
        broker.advance(49);
        assertThat(broker.count(Count.EXPIRED)).isZero();
        broker.advance(1);
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(2);
        assertThat(client.paused).isFalse();
        assertThat(broker.core.services().size()).isEqualTo(1);
    }

    @Test
    void a_worker_at_one_request_for_too_long_is_treated_as_dead() {
        TestPeer slow = broker.worker("slow", "limited");
        broker.request(client, "limited", "a");
        broker.advance(9_999);
        TestPeer other = broker.worker("other", "limited");
        assertThat(slow.take()).containsExactly("REQUEST a");
        broker.advance(1);
        assertThat(slow.take()).containsExactly("DISCONNECT");
        assertThat(other.take()).containsExactly("REQUEST a");
        assertThat(broker.count(Count.OVERDUE_WORKERS)).isEqualTo(1);
        broker.reply(slow, "late");
        assertThat(slow.take()).as("it is no worker any more").containsExactly("DISCONNECT");
        broker.reply(other, "A");
        assertThat(client.take()).containsExactly("REPLY limited A");
    }

    @Test
    void heartbeats_and_parts_do_not_prolong_the_processing_limit() {
        TestPeer slow = broker.peer("slow", Dialect.MDP_02);
        broker.ready(slow, "limited");
        broker.request(client, "limited", "a");
        for (int i = 0; i < 10; i++) {
            broker.heartbeat(slow);
            broker.partial(slow, "x");
            broker.advance(1000);
        }
        assertThat(slow.take()).containsExactly("REQUEST a", "DISCONNECT");
    }

    @Test
    void a_worker_that_is_in_time_gets_the_whole_limit_anew() {
        TestPeer worker = broker.worker("worker", "limited");
        for (int i = 0; i < 5; i++) {
            broker.request(client, "limited", "a");
            broker.advance(7_000);
            broker.reply(worker, "A");
        }
        assertThat(worker.take()).doesNotContain("DISCONNECT");
    }

    @Test
    void a_policy_is_checked() {
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withMaxTries(0));
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withRequestExpiry(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> USUAL.withProcessingLimit(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new JoinLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withMaxFilters(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withRequestsPerWorker(0));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withMaxUnservedServices(0, 1));
        assertThat(USUAL.withProcessingLimit(Duration.ofSeconds(1)).withoutProcessingLimit().processingLimit()).isEmpty();
    }
}
