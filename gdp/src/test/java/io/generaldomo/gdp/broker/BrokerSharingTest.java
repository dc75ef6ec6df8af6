package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReturn;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several requests at a time on one connection, as GDP 0.3 has it. */
class BrokerSharingTest {
    private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withRequestsPerWorker(4).withMaxTries(2));
    private final TestPeer client = broker.peer("client", Dialect.GDP_03);

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    private TestPeer worker(String name, int capacity) {
        TestPeer worker = broker.peer(name, Dialect.GDP_03);
        broker.command(worker, new WorkerReady(ServiceName.of("echo"), capacity));
        return worker;
    }

    private void request(int ticket, String text) {
        broker.command(client, new ClientRequest(ServiceName.of("echo"), ticket, broker.body(text)));
    }

    private void giveBack(TestPeer worker, Address address) {
        broker.command(worker, new WorkerReturn(address));
    }

    @Test
    void a_reply_bears_the_ticket_of_its_request_in_whatever_order_replies_come() {
        TestPeer worker = worker("worker", 3);
        request(-1, "a");
        request(0, "b");
        request(7, "c");
        assertThat(worker.take()).containsExactly("REQUEST a", "REQUEST b", "REQUEST c");
        Address first = worker.takeAddress();
        Address second = worker.takeAddress();
        broker.reply(worker, "C");
        broker.reply(worker, first, ReplyKind.PARTIAL, "A1");
        broker.reply(worker, second, "B");
        broker.reply(worker, first, "A2");
        assertThat(client.take()).containsExactly("REPLY 7 echo C", "PARTIAL -1 echo A1", "REPLY 0 echo B", "REPLY -1 echo A2");
    }

    @Test
    void a_ticket_may_be_used_again_and_again() {
        TestPeer worker = worker("worker", 1);
        for (int i = 0; i < 3; i++) {
            request(5, "?");
            broker.reply(worker, "!");
        }
        assertThat(client.take()).containsExactly("REPLY 5 echo !", "REPLY 5 echo !", "REPLY 5 echo !");
    }

    @Test
    void the_brokers_own_services_answer_with_the_ticket() {
        broker.command(client, new ClientRequest(ServiceName.of("mmi.service"), 9, broker.body("echo")));
        assertThat(client.take()).containsExactly("REPLY 9 mmi.service 404");
    }

    @Test
    void a_worker_gets_as_many_requests_as_it_takes_and_no_more_than_the_broker_gives() {
        TestPeer two = worker("two", 2);
        for (int i = 0; i < 3; i++) {
            request(i, "to two");
        }
        assertThat(two.take()).hasSize(2);
        TestPeer many = worker("many", Integer.MAX_VALUE);
        for (int i = 3; i < 10; i++) {
            request(i, "to many");
        }
        assertThat(many.take()).hasSize(4);
        assertThat(broker.core.gate().requests()).isEqualTo(4);
    }

    @Test
    void a_request_that_is_given_back_goes_to_another_worker_and_the_others_stay() {
        TestPeer first = worker("first", 2);
        request(1, "a");
        request(2, "b");
        TestPeer second = worker("second", 1);
        giveBack(first, first.takeAddress());
        assertThat(second.take()).containsExactly("REQUEST a");
        broker.reply(first, "B");
        broker.reply(second, "A");
        assertThat(client.take()).containsExactly("REPLY 2 echo B", "REPLY 1 echo A");
        assertThat(broker.count(Count.REDISPATCHED)).isEqualTo(1);
    }

    @Test
    void giving_back_costs_a_try() {
        TestPeer worker = worker("worker", 1);
        request(1, "a");
        giveBack(worker, worker.takeAddress());
        giveBack(worker, worker.takeAddress());
        assertThat(worker.take()).containsExactly("REQUEST a", "REQUEST a");
        assertThat(broker.count(Count.EXHAUSTED)).isEqualTo(1);
        request(2, "b");
        broker.reply(worker, "B");
        assertThat(client.take()).containsExactly("REPLY 2 echo B");
    }

    @Test
    void what_a_departed_client_asked_may_be_given_back_too() {
        TestPeer worker = worker("worker", 1);
        request(1, "a");
        broker.gone(client);
        giveBack(worker, worker.takeAddress());
        assertThat(worker.take()).containsExactly("REQUEST a");
        assertThat(broker.count(Count.REDISPATCHED)).isZero();
    }

    @Test
    void what_a_worker_does_not_hold_it_cannot_give_back() {
        TestPeer holder = worker("holder", 1);
        request(1, "a");
        TestPeer thief = worker("thief", 1);
        giveBack(thief, holder.addresses.element());
        assertThat(thief.take()).containsExactly("DISCONNECT");
        broker.reply(holder, "A");
        assertThat(client.take()).containsExactly("REPLY 1 echo A");
        assertThat(broker.count(Count.VIOLATIONS)).isEqualTo(1);
    }

    @Test
    void a_worker_that_is_to_leave_does_so_when_it_has_given_back_the_last_request() {
        TestPeer worker = worker("worker", 1);
        request(1, "a");
        assertThat(broker.core.drainWorker(1, broker.now())).isTrue();
        giveBack(worker, worker.takeAddress());
        assertThat(worker.take()).containsExactly("REQUEST a", "DISCONNECT");
        assertThat(broker.core.gate().requests()).isEqualTo(1);
    }
}
