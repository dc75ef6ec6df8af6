package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Everything that a peer can make grow has a bound. */
class BrokerBoundsTest {
    private static final BrokerConfig FOUR = BrokerConfig.DEFAULT.withServiceQueue(new QueueLimits(4, 1 << 20));

    @Test
    void a_full_queue_stops_the_clients_that_fill_it_until_it_is_half_empty() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer greedy = broker.peer("greedy");
        TestPeer modest = broker.peer("modest");
        TestPeer elsewhere = broker.peer("elsewhere");
        for (int i = 0; i < 3; i++) {
            broker.request(greedy, "echo", "a");
        }
        broker.request(elsewhere, "other", "a");
        assertThat(greedy.paused).isFalse();
        broker.request(greedy, "echo", "a");
        assertThat(greedy.paused).as("its request reached the limit, and is accepted").isTrue();
        broker.request(modest, "echo", "a");
        assertThat(modest.paused).isTrue();
        assertThat(elsewhere.paused).isFalse();

        TestPeer worker = broker.worker("worker", "echo");
        broker.reply(worker);
        assertThat(greedy.paused).as("3 of 4 wait").isTrue();
        broker.reply(worker);
        assertThat(greedy.paused).as("2 of 4 wait").isFalse();
        assertThat(modest.paused).isFalse();
        broker.close();
        assertThat(broker.count(Count.REFUSED)).isZero();
    }

    @Test
    void octets_fill_a_queue_too() {
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withServiceQueue(new QueueLimits(1000, 100)));
        TestPeer client = broker.peer("client");
        broker.request(client, "echo", "x".repeat(99));
        assertThat(client.paused).isFalse();
        broker.request(client, "echo", "x");
        assertThat(client.paused).isTrue();
        broker.advance(60_000);
        assertThat(client.paused).as("what expired waits no longer").isFalse();
        broker.close();
    }

    @Test
    void all_queues_together_have_a_limit() {
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withBrokerQueue(new QueueLimits(2, 1 << 20)));
        TestPeer client = broker.peer("client");
        broker.request(client, "one", "a");
        broker.request(client, "two", "a");
        assertThat(client.paused).isTrue();
        broker.worker("worker", "one");
        assertThat(client.paused).isFalse();
        broker.close();
    }

    @Test
    void two_gates_have_to_open_before_a_client_is_read_again() {
        TestBroker broker = new TestBroker(FOUR.withBrokerQueue(new QueueLimits(4, 1 << 20)).withServiceQueue(new QueueLimits(2, 1 << 20)));
        TestPeer client = broker.peer("client");
        for (String service : new String[] {"one", "one", "two", "two"}) {
            broker.request(client, service, "a");
        }
        assertThat(client.paused).isTrue();
        TestPeer one = broker.worker("worker", "one");
        broker.reply(one);
        assertThat(client.paused).as("service two is still full").isTrue();
        broker.worker("other worker", "two");
        assertThat(client.paused).isFalse();
        broker.close();
    }

    @Test
    void a_client_that_is_read_again_may_speak_at_once() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer client = broker.peer("client");
        for (int i = 0; i < 4; i++) {
            broker.request(client, "echo", "a" + i);
        }
        client.onResume = () -> {
            for (int i = 4; i < 8; i++) {
                broker.request(client, "echo", "a" + i);
            }
        };
        TestPeer worker = broker.worker("worker", "echo");
        for (int i = 0; i < 8; i++) {
            broker.reply(worker);
        }
        assertThat(worker.take()).hasSize(8).isSorted();
        assertThat(client.take()).hasSize(8);
        broker.close();
    }

    @Test
    void a_client_that_is_read_again_may_leave_at_once() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer client = broker.peer("client");
        for (int i = 0; i < 6; i++) {
            broker.request(client, "echo", "a" + i);
        }
        client.onResume = () -> broker.gone(client);
        TestPeer worker = broker.worker("worker", "echo");
        for (int i = 0; i < 4; i++) {
            broker.reply(worker);
        }
        assertThat(broker.count(Count.REPLIED)).isEqualTo(3);
        assertThat(broker.count(Count.ABANDONED)).isEqualTo(3);
        broker.close();
    }

    @Test
    void what_comes_from_a_stopped_client_is_refused_at_twice_the_limit() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer client = broker.peer("client");
        for (int i = 0; i < 10; i++) {
            broker.request(client, "echo", "a");
        }
        assertThat(broker.count(Count.ACCEPTED)).isEqualTo(8);
        assertThat(broker.count(Count.REFUSED)).isEqualTo(2);
        assertThat(broker.core.gate().requests()).isEqualTo(8);
        broker.close();
    }

    @Test
    void a_stopped_client_that_leaves_stops_nothing() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer stopped = broker.peer("stopped");
        for (int i = 0; i < 4; i++) {
            broker.request(stopped, "echo", "a");
        }
        broker.gone(stopped);
        assertThat(broker.core.gate().requests()).isZero();
        assertThat(broker.core.services().size()).isZero();
        TestPeer client = broker.peer("client");
        broker.request(client, "echo", "a");
        assertThat(client.paused).isFalse();
        broker.close();
    }

    @Test
    void a_client_that_is_also_a_worker_is_read_on() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer both = broker.peer("both");
        for (int i = 0; i < 4; i++) {
            broker.request(both, "echo", "a");
        }
        assertThat(both.paused).isTrue();
        broker.ready(both, "other");
        assertThat(both.paused).isFalse();
        for (int i = 0; i < 10; i++) {
            broker.request(both, "echo", "a");
        }
        assertThat(both.paused).isFalse();
        assertThat(broker.core.gate().requests()).isEqualTo(8);
        broker.close();
    }

    @Test
    void a_full_queue_does_not_lose_what_is_handed_back() {
        TestBroker broker = new TestBroker(FOUR);
        TestPeer worker = broker.worker("worker", "echo");
        TestPeer client = broker.peer("client");
        for (int i = 0; i < 9; i++) {
            broker.request(client, "echo", "a" + i);
        }
        broker.gone(worker);
        assertThat(broker.core.gate().requests()).isEqualTo(9);
        assertThat(broker.worker("other", "echo").take()).containsExactly("REQUEST a0");
        broker.close();
    }

    @Test
    void the_table_of_services_is_bounded_and_unused_services_are_collected() {
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withMaxServices(1).withMaxUnservedServices(1, 10));
        TestPeer client = broker.peer("client");
        broker.request(client, "one", "a");
        TestPeer worker = broker.worker("worker", "two");
        broker.request(client, "three", "a");
        assertThat(broker.count(Count.REFUSED)).isEqualTo(1);
        TestPeer late = broker.worker("late", "three");
        assertThat(late.take()).containsExactly("DISCONNECT");
        assertThat(broker.worker("of one", "one").take()).containsExactly("DISCONNECT");
        broker.request(client, "two", "a");
        broker.reply(worker);
        broker.disconnect(worker);
        assertThat(broker.core.services().size()).isEqualTo(1);
        broker.ready(late, "three");
        assertThat(late.take()).isEmpty();
        assertThat(broker.core.services().size()).isEqualTo(2);
        broker.advance(60_000);
        assertThat(broker.core.services().size()).as("the request to one expired, and the worker of three").isZero();
        broker.close();
    }

    @Test
    void names_that_clients_invent_leave_room_for_workers_and_for_other_clients() {
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withMaxServices(5).withMaxUnservedServices(10, 4));
        TestPeer inventor = broker.peer("inventor");
        for (int i = 0; i < 1000; i++) {
            broker.request(inventor, "name" + i, "a");
        }
        assertThat(broker.core.services().size()).isEqualTo(4);
        for (int i = 0; i < 5; i++) {
            assertThat(broker.worker("worker" + i, "served" + i).take()).isEmpty();
        }
        broker.request(inventor, "served0", "a");
        TestPeer other = broker.peer("other");
        broker.request(other, "name0", "a");
        broker.request(other, "name1", "a");
        broker.request(other, "name2", "a");
        broker.request(other, "name3", "a");
        broker.request(other, "new name", "a");
        assertThat(broker.count(Count.ACCEPTED)).as("names that are there already cost nothing").isEqualTo(4 + 1 + 4);
        broker.advance(60_000);
        assertThat(broker.core.services().find(ServiceName.of("name0"))).as("idle ones are collected").isNull();
        broker.request(inventor, "yet another", "a");
        assertThat(broker.core.services().find(ServiceName.of("yet another"))).isNotNull();
        broker.close();
    }

    @Test
    void row_33_a_million_names_leave_nothing() {
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withMaxUnservedServices(10, 1000));
        TestPeer client = broker.peer("client");
        for (int i = 0; i < 1_000_000; i++) {
            broker.command(client, new ClientRequest(ServiceName.of("name" + i), Body.empty()));
        }
        assertThat(broker.core.services().size()).isEqualTo(10);
        assertThat(broker.count(Count.REFUSED)).isEqualTo(999_990);
        broker.close();
    }

    @Test
    void longer_names_than_configured_are_refused() {
        TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withMaxServiceName(4));
        TestPeer client = broker.peer("client");
        broker.request(client, "echo", "a");
        broker.request(client, "echo2", "a");
        assertThat(broker.count(Count.REFUSED)).isEqualTo(1);
        assertThat(broker.worker("worker", "echo2").take()).containsExactly("DISCONNECT");
        broker.request(client, "mmi.service", "echo");
        assertThat(client.take()).as("the broker's own names are not registered").containsExactly("REPLY mmi.service 404");
        broker.close();
    }

    @Test
    void a_small_request_that_waits_does_not_pin_a_read_buffer() {
        TestBroker broker = new TestBroker();
        TestPeer client = broker.peer("client");
        ByteBuf read = PooledByteBufAllocator.DEFAULT.buffer(65_536).writeZero(65_536);
        broker.command(client, new ClientRequest(ServiceName.of("echo"), Body.ofParts(read.retainedSlice(0, 10))));
        assertThat(read.refCnt()).as("in the queue").isEqualTo(1);
        broker.worker("worker", "echo");
        broker.worker("another", "echo");
        broker.command(client, new ClientRequest(ServiceName.of("echo"), Body.ofParts(read.retainedSlice(0, 10))));
        assertThat(read.refCnt()).as("with a worker").isEqualTo(1);
        read.release();
        broker.close();
    }

    @Test
    void a_configuration_is_checked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueLimits(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withMaxTries(0));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withMaxServices(0));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withMaxServiceName(256));
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerConfig.DEFAULT.withRequestExpiry(Duration.ZERO));
    }
}
