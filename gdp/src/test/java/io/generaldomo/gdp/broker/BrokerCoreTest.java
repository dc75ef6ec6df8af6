package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which request, who may reply, and what 7/MDP forbids. */
class BrokerCoreTest {
    private final TestBroker broker = new TestBroker();
    private final TestPeer client = broker.peer("client");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void a_request_goes_to_the_worker_and_the_reply_to_the_client() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a", "", "b");
        assertThat(worker.take()).containsExactly("REQUEST a,,b");
        broker.reply(worker, "A", "B");
        assertThat(client.take()).containsExactly("REPLY echo A,B");
        assertThat(broker.count(Count.REPLIED)).isEqualTo(1);
    }

    @Test
    void a_request_waits_for_a_worker() {
        broker.request(client, "echo", "a");
        TestPeer worker = broker.worker("worker", "echo");
        assertThat(worker.take()).containsExactly("REQUEST a");
        broker.reply(worker);
        assertThat(client.take()).containsExactly("REPLY echo ");
    }

    @Test
    void each_peer_is_spoken_to_in_its_dialect() {
        TestPeer packed = broker.peer("packed client", Dialect.GDP);
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(packed, "echo", "a");
        broker.reply(worker, "A");
        assertThat(packed.take()).containsExactly("REPLY echo A");
        broker.gone(worker);

        TestPeer packedWorker = broker.peer("packed worker", Dialect.GDP);
        broker.ready(packedWorker, "echo");
        broker.request(client, "echo", "b");
        broker.reply(packedWorker, "B");
        assertThat(client.take()).containsExactly("REPLY echo B");
    }

    @Test
    void the_least_recently_used_worker_is_next() {
        TestPeer one = broker.worker("one", "echo");
        TestPeer two = broker.worker("two", "echo");
        TestPeer three = broker.worker("three", "echo");
        for (String body : List.of("a", "b", "c")) {
            broker.request(client, "echo", body);
        }
        broker.reply(two, "B");
        broker.reply(three, "C");
        broker.reply(one, "A");
        for (String body : List.of("d", "e", "f")) {
            broker.request(client, "echo", body);
        }
        assertThat(one.take()).containsExactly("REQUEST a", "REQUEST f");
        assertThat(two.take()).containsExactly("REQUEST b", "REQUEST d");
        assertThat(three.take()).containsExactly("REQUEST c", "REQUEST e");
    }

    @Test
    void clients_of_one_queue_take_turns() {
        TestPeer modest = broker.peer("modest client");
        TestPeer late = broker.peer("late client");
        for (int i = 0; i < 100; i++) {
            broker.request(client, "echo", "greedy" + i);
        }
        broker.request(modest, "echo", "modest0");
        broker.request(modest, "echo", "modest1");
        TestPeer worker = broker.worker("worker", "echo");
        broker.reply(worker);
        broker.request(late, "echo", "late0");
        for (int i = 0; i < 4; i++) {
            broker.reply(worker);
        }
        assertThat(worker.take()).containsExactly(
                "REQUEST greedy0", "REQUEST modest0", "REQUEST greedy1", "REQUEST modest1", "REQUEST late0", "REQUEST greedy2");
    }

    @Test
    void a_request_whose_worker_is_lost_goes_to_another_one() {
        TestPeer one = broker.worker("one", "echo");
        TestPeer two = broker.worker("two", "echo");
        broker.request(client, "echo", "a");
        assertThat(one.take()).containsExactly("REQUEST a");
        broker.gone(one);
        assertThat(two.take()).containsExactly("REQUEST a");
        broker.reply(two, "A");
        assertThat(client.take()).containsExactly("REPLY echo A");
        assertThat(broker.count(Count.REDISPATCHED)).isEqualTo(1);
    }

    @Test
    void the_second_of_two_workers_is_lost() {
        TestPeer one = broker.worker("one", "echo");
        TestPeer two = broker.worker("two", "echo");
        broker.gone(two);
        broker.request(client, "echo", "a");
        broker.reply(one, "A");
        broker.request(client, "echo", "b");
        broker.reply(one, "B");
        assertThat(client.take()).containsExactly("REPLY echo A", "REPLY echo B");
    }

    @Test
    void a_request_that_is_handed_back_is_the_next_one() {
        TestPeer one = broker.worker("one", "echo");
        broker.request(client, "echo", "a");
        broker.request(client, "echo", "b");
        broker.request(broker.peer("other client"), "echo", "c");
        broker.gone(one);
        TestPeer two = broker.worker("two", "echo");
        broker.reply(two);
        broker.reply(two);
        assertThat(two.take()).containsExactly("REQUEST a", "REQUEST c", "REQUEST b");
    }

    @Test
    void a_worker_that_disconnects_hands_its_request_back() {
        TestPeer one = broker.worker("one", "echo");
        broker.request(client, "echo", "a");
        broker.disconnect(one);
        TestPeer two = broker.worker("two", "echo");
        assertThat(two.take()).containsExactly("REQUEST a");
        assertThat(one.take()).as("nobody answers DISCONNECT").containsExactly("REQUEST a");
        broker.ready(one, "echo");
        broker.reply(two);
        broker.request(client, "echo", "b");
        assertThat(one.take()).containsExactly("REQUEST b");
    }

    @Test
    void a_request_that_workers_die_of_is_given_up() {
        broker.request(client, "echo", "poison");
        for (int i = 0; i < 3; i++) {
            TestPeer worker = broker.worker("worker" + i, "echo");
            assertThat(worker.take()).containsExactly("REQUEST poison");
            broker.gone(worker);
        }
        TestPeer survivor = broker.worker("survivor", "echo");
        assertThat(survivor.take()).isEmpty();
        assertThat(broker.count(Count.EXHAUSTED)).isEqualTo(1);
        assertThat(broker.count(Count.REDISPATCHED)).isEqualTo(2);
        assertThat(broker.liveBuffers()).isZero();
        broker.request(client, "echo", "a");
        assertThat(survivor.take()).containsExactly("REQUEST a");
    }

    @Test
    void a_reply_counts_only_from_the_worker_that_holds_the_request() {
        TestPeer holder = broker.worker("holder", "echo");
        TestPeer forger = broker.worker("forger", "echo");
        broker.request(client, "echo", "a");
        broker.reply(forger, holder.addresses.getFirst(), "forged");
        assertThat(forger.take()).containsExactly("DISCONNECT");
        assertThat(client.take()).isEmpty();
        assertThat(broker.count(Count.UNAUTHORISED)).isEqualTo(1);
        broker.reply(holder, "A");
        assertThat(client.take()).containsExactly("REPLY echo A");
    }

    @Test
    void a_forger_loses_the_request_that_it_holds() {
        TestPeer forger = broker.worker("forger", "echo");
        TestPeer holder = broker.worker("holder", "echo");
        broker.request(client, "echo", "a");
        broker.request(client, "echo", "b");
        broker.reply(forger, holder.addresses.getFirst(), "forged");
        assertThat(forger.take()).containsExactly("REQUEST a", "DISCONNECT");
        broker.reply(holder, "B");
        broker.reply(holder, "A");
        assertThat(client.take()).containsExactly("REPLY echo B", "REPLY echo A");
    }

    @Test
    void a_second_reply_to_the_same_request_counts_for_nothing() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        Address address = worker.takeAddress();
        broker.reply(worker, address, "A");
        broker.request(client, "echo", "b");
        broker.reply(worker, address, "A again");
        assertThat(client.take()).containsExactly("REPLY echo A");
        assertThat(worker.take()).containsExactly("REQUEST a", "REQUEST b", "DISCONNECT");
        TestPeer other = broker.worker("other", "echo");
        broker.reply(other, "B");
        assertThat(client.take()).containsExactly("REPLY echo B");
    }

    @Test
    void a_reply_with_an_address_that_the_broker_never_made_counts_for_nothing() {
        for (byte[] address : List.of(new byte[] {1}, new byte[4], new byte[] {0, 0, 0, 0, 1}, new byte[255])) {
            String service = "echo" + address.length;
            TestPeer worker = broker.worker("worker", service);
            broker.reply(worker, Address.of(address), "forged");
            assertThat(worker.take()).containsExactly("DISCONNECT");
            broker.ready(worker, service);
            broker.request(client, service, "a");
            broker.reply(worker, Address.of(address), "forged");
            assertThat(worker.take()).containsExactly("REQUEST a", "DISCONNECT");
        }
        assertThat(client.take()).isEmpty();
    }

    @Test
    void a_late_reply_of_a_former_worker_counts_for_nothing() {
        TestPeer one = broker.worker("one", "echo");
        broker.request(client, "echo", "a");
        Address address = one.takeAddress();
        broker.disconnect(one);
        broker.reply(one, address, "late");
        assertThat(one.take()).containsExactly("REQUEST a", "DISCONNECT");
        broker.ready(one, "echo");
        assertThat(one.take()).containsExactly("REQUEST a");
        broker.reply(one, address, "later");
        assertThat(one.take()).as("the token of the first try is not that of the second").containsExactly("DISCONNECT");
        assertThat(client.take()).isEmpty();
    }

    @Test
    void tokens_are_never_zero() {
        TestPeer worker = broker.worker("worker", "echo");
        for (int token : new int[] {-1, 1, 2}) {
            broker.request(client, "echo", "a");
            assertThat(worker.addresses.getFirst().token()).isEqualTo(token);
            broker.reply(worker);
        }
    }

    @Test
    void what_waits_is_dropped_when_its_client_leaves() {
        TestPeer leaver = broker.peer("leaver");
        broker.request(leaver, "echo", "a");
        broker.request(client, "echo", "b");
        broker.request(leaver, "echo", "c");
        broker.gone(leaver);
        assertThat(broker.count(Count.ABANDONED)).isEqualTo(2);
        assertThat(broker.core.gate().requests()).isEqualTo(1);
        TestPeer worker = broker.worker("worker", "echo");
        broker.reply(worker);
        assertThat(worker.take()).containsExactly("REQUEST b");
    }

    @Test
    void a_reply_to_a_client_that_left_is_dropped_and_the_worker_is_idle_again() {
        TestPeer worker = broker.worker("worker", "echo");
        TestPeer leaver = broker.peer("leaver");
        broker.request(leaver, "echo", "a");
        broker.gone(leaver);
        assertThat(broker.liveBuffers()).as("not even the body waits").isZero();
        broker.reply(worker, "A");
        broker.request(client, "echo", "b");
        broker.reply(worker, "B");
        assertThat(worker.take()).containsExactly("REQUEST a", "REQUEST b");
        assertThat(client.take()).containsExactly("REPLY echo B");
        assertThat(leaver.take()).isEmpty();
    }

    @Test
    void a_request_whose_client_left_is_not_given_to_another_worker() {
        TestPeer one = broker.worker("one", "echo");
        TestPeer two = broker.worker("two", "echo");
        TestPeer leaver = broker.peer("leaver");
        broker.request(leaver, "echo", "a");
        broker.gone(leaver);
        broker.gone(one);
        assertThat(two.take()).isEmpty();
        assertThat(broker.count(Count.ABANDONED)).isEqualTo(1);
    }

    @Test
    void a_connection_may_be_client_and_worker_at_once() {
        TestPeer both = broker.worker("both", "echo");
        broker.request(both, "echo", "to myself");
        broker.reply(both, "from myself");
        assertThat(both.take()).containsExactly("REQUEST to myself", "REPLY echo from myself");
        broker.request(both, "echo", "last");
        broker.gone(both);
        assertThat(broker.count(Count.ABANDONED)).isEqualTo(1);
    }

    @Test
    void nothing_comes_from_a_peer_that_left() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.gone(worker);
        broker.ready(worker, "echo");
        broker.request(worker, "echo", "a");
        assertThat(broker.core.services().size()).isZero();
        assertThat(worker.take()).isEmpty();
    }

    @Test
    void a_second_READY_ends_the_registration() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.ready(worker, "echo");
        assertThat(worker.take()).containsExactly("DISCONNECT");
        broker.request(client, "echo", "a");
        assertThat(worker.take()).isEmpty();
        broker.ready(worker, "echo");
        assertThat(worker.take()).containsExactly("REQUEST a");
    }

    @Test
    void who_is_no_worker_is_told_so() {
        TestPeer stranger = broker.peer("stranger");
        broker.heartbeat(stranger);
        broker.reply(stranger, Address.ofToken(7), "A");
        assertThat(stranger.take()).containsExactly("DISCONNECT", "DISCONNECT");
        broker.disconnect(stranger);
        assertThat(stranger.take()).isEmpty();
        assertThat(broker.count(Count.VIOLATIONS)).isEqualTo(2);
    }

    @Test
    void what_only_a_broker_sends_is_a_violation() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.command(worker, new ClientReply(ServiceName.of("echo"), broker.body("a")));
        assertThat(worker.take()).containsExactly("DISCONNECT");
    }

    @Test
    void mmi_service_knows_idle_and_busy_workers() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "mmi.service", "echo");
        broker.request(client, "echo", "a");
        broker.request(client, "mmi.service", "echo");
        assertThat(client.take()).containsExactly("REPLY mmi.service 200", "REPLY mmi.service 200");
        broker.gone(worker);
        broker.request(client, "mmi.service", "echo");
        assertThat(client.take()).as("a request is no worker").containsExactly("REPLY mmi.service 404");
    }

    @Test
    void mmi_service_says_404_for_a_service_that_never_had_a_worker() {
        broker.request(client, "unknown", "a");
        broker.request(client, "mmi.service", "unknown");
        broker.request(client, "mmi.service", "never asked");
        broker.request(client, "mmi.service");
        broker.request(client, "mmi.service", "");
        broker.request(client, "mmi.service", "x".repeat(256));
        broker.worker("worker", "echo");
        broker.request(client, "mmi.service", "echo", "the last frame is the name");
        assertThat(client.take()).hasSize(6).containsOnly("REPLY mmi.service 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmi.", "mmi.foo", "mmi.servicesx"})
    void other_mmi_names_are_not_implemented_and_not_to_be_registered(String name) {
        broker.request(client, name, "a");
        assertThat(client.take()).containsExactly("REPLY " + name + " 501");
        TestPeer worker = broker.worker("worker", name);
        assertThat(worker.take()).containsExactly("DISCONNECT");
        assertThat(broker.core.services().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmi.service", "mmi.services", "mmi.service.info", "mmi.workers", "mmi.broker", "mmi.filter"})
    void a_worker_that_registers_a_service_of_the_broker_is_disconnected(String name) {
        assertThat(broker.worker("worker", name).take()).containsExactly("DISCONNECT");
        assertThat(broker.count(Count.VIOLATIONS)).isEqualTo(1);
        assertThat(broker.core.services().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image-resize", "dimmi.x", "m", "mmi", "..."})
    void names_that_only_look_internal_are_not(String name) {
        TestPeer worker = broker.worker("worker", name);
        broker.request(client, name, "a");
        broker.reply(worker, "A");
        assertThat(client.take()).containsExactly("REPLY " + name + " A");
    }
}
