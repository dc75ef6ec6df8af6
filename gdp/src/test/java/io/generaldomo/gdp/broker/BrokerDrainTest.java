package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that leave in good order, and a broker that does. */
class BrokerDrainTest {
    private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withRequestsPerWorker(2));
    private final TestPeer client = broker.peer("client");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void an_idle_worker_that_is_to_leave_leaves_at_once() {
        TestPeer worker = broker.worker("worker", "echo");
        assertThat(broker.core.drainWorker(1, broker.now())).isTrue();
        assertThat(worker.take()).containsExactly("DISCONNECT");
        assertThat(broker.core.services().size()).isZero();
        assertThat(broker.core.drainWorker(1, broker.now())).as("it is not there any more").isFalse();
    }

    @Test
    void a_busy_worker_that_is_to_leave_finishes_first_and_gets_nothing_more() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        broker.core.drainWorker(1, broker.now());
        broker.request(client, "echo", "b");
        assertThat(worker.take()).containsExactly("REQUEST a");
        broker.reply(worker, "A");
        assertThat(client.take()).containsExactly("REPLY echo A");
        assertThat(worker.take()).containsExactly("DISCONNECT");
        assertThat(broker.count(Count.REDISPATCHED)).isZero();
        assertThat(broker.worker("other", "echo").take()).containsExactly("REQUEST b");
    }

    @Test
    void a_worker_that_holds_several_finishes_all() {
        TestPeer worker = broker.peer("worker", Dialect.MDP_0X);
        broker.ready(worker, "echo");
        broker.request(client, "echo", "a");
        broker.core.drainWorker(1, broker.now());
        broker.request(client, "echo", "b");
        broker.request(client, "mmi.workers");
        assertThat(client.take()).containsExactly("REPLY mmi.workers 200,,1\tleaving\t1\tMDP 0X\tworker\techo");
        broker.report(worker, worker.takeAddress(), "A");
        assertThat(worker.take()).containsExactly("REQUEST a", "DISCONNECT");
    }

    @Test
    void a_broker_that_ends_finishes_what_it_accepted_and_accepts_nothing() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        broker.request(client, "echo", "b");
        broker.core.drain(broker.now());
        assertThat(broker.core.isDrained()).isFalse();
        broker.request(client, "echo", "c");
        assertThat(client.closed).as("it still waits for replies").isFalse();
        TestPeer late = broker.worker("late", "echo");
        assertThat(late.take()).containsExactly("DISCONNECT");
        broker.reply(worker, "A");
        broker.reply(worker, "B");
        assertThat(client.take()).containsExactly("REPLY echo A", "REPLY echo B");
        assertThat(broker.core.isDrained()).isTrue();
        broker.request(client, "echo", "d");
        assertThat(client.closed).as("nothing is lost with it").isTrue();
        assertThat(broker.count(Count.REFUSED)).isEqualTo(3);
    }

    @Test
    void a_broker_that_ends_does_not_wait_for_services_without_a_worker() {
        broker.request(client, "nobody", "a");
        TestPeer worker = broker.worker("worker", "echo");
        TestPeer other = broker.peer("other client");
        broker.request(other, "echo", "b");
        broker.request(other, "echo", "c");
        broker.core.drain(broker.now());
        assertThat(client.closed).isTrue();
        assertThat(broker.count(Count.UNSERVED)).isEqualTo(1);
        broker.gone(worker);
        assertThat(broker.count(Count.UNSERVED)).isEqualTo(3);
        assertThat(other.closed).isTrue();
        assertThat(broker.core.isDrained()).isTrue();
    }

    @Test
    void a_broker_without_work_is_drained_at_once() {
        assertThat(broker.core.isDrained()).isFalse();
        broker.core.drain(broker.now());
        assertThat(broker.core.isDrained()).isTrue();
    }
}
