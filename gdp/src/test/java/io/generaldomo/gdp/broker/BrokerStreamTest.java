package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies in parts and replies without an end, towards clients of each kind of dialect. */
class BrokerStreamTest {
    private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withJoinLimits(new JoinLimits(4, 20)).withRequestsPerWorker(3));
    private final TestPeer simple = broker.peer("client of 0.1", Dialect.MDP_01);
    private final TestPeer streaming = broker.peer("client of 0.2", Dialect.MDP_02);
    private final TestPeer endless = broker.peer("client of 0X", Dialect.MDP_0X);

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    private TestPeer worker(String name, Dialect dialect) {
        TestPeer worker = broker.peer(name, dialect);
        broker.ready(worker, "echo");
        return worker;
    }

    @Test
    void parts_go_to_a_client_that_takes_them_as_they_come() {
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(streaming, "echo", "q");
        broker.partial(worker, "a");
        assertThat(streaming.take()).containsExactly("PARTIAL echo a");
        broker.partial(worker, "b");
        broker.reply(worker, "c");
        assertThat(streaming.take()).containsExactly("PARTIAL echo b", "REPLY echo c");
        assertThat(broker.count(Count.PARTIALS)).isEqualTo(2);
        assertThat(broker.count(Count.REPLIED)).isEqualTo(1);
    }

    @Test
    void a_worker_that_streams_is_busy_until_the_final_reply() {
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(streaming, "echo", "q");
        broker.request(simple, "echo", "next");
        broker.partial(worker, "a");
        broker.advance(60_000 - 1);
        assertThat(worker.take()).containsExactly("REQUEST q");
        broker.reply(worker, "b");
        assertThat(worker.take()).containsExactly("REQUEST next");
    }

    @Test
    void parts_are_joined_for_a_client_that_takes_one_reply() {
        TestPeer worker = worker("worker", Dialect.GDP_02);
        broker.request(simple, "echo", "q");
        broker.partial(worker, "a", "");
        broker.partial(worker);
        broker.partial(worker, "b");
        assertThat(simple.take()).isEmpty();
        assertThat(broker.core.joiner().octets()).isEqualTo(2);
        broker.reply(worker, "c", "d");
        assertThat(simple.take()).containsExactly("REPLY echo a,,b,c,d");
        assertThat(broker.core.joiner().octets()).isZero();
    }

    @Test
    void one_reply_is_final_to_who_expects_several() {
        TestPeer worker = worker("worker", Dialect.MDP_01);
        broker.request(streaming, "echo", "q");
        broker.reply(worker, "a");
        broker.request(endless, "echo", "q");
        broker.reply(worker, "b");
        assertThat(streaming.take()).containsExactly("REPLY echo a");
        assertThat(endless.take()).containsExactly("REPLY echo b");
    }

    @Test
    void parts_and_the_end_of_them_are_reports_to_who_knows_no_end() {
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(endless, "echo", "q");
        broker.partial(worker, "a");
        broker.reply(worker, "b");
        assertThat(endless.take()).containsExactly("PARTIAL echo a", "REPLY echo b");
        assertThat(broker.count(Count.REPLIED)).isEqualTo(1);
    }

    @Test
    void too_many_octets_or_parts_to_join_end_the_request_and_the_registration() {
        TestPeer greedy = worker("octets", Dialect.MDP_02);
        broker.request(simple, "echo", "q");
        broker.partial(greedy, "0123456789");
        broker.partial(greedy, "0123456789");
        broker.partial(greedy, "x");
        assertThat(greedy.take()).containsExactly("REQUEST q", "DISCONNECT");
        assertThat(broker.liveBuffers()).isZero();

        TestPeer chatty = worker("parts", Dialect.MDP_02);
        broker.request(simple, "echo", "q");
        for (int i = 0; i < 4; i++) {
            broker.partial(chatty, "x");
        }
        broker.reply(chatty, "the fifth");
        assertThat(chatty.take()).containsExactly("REQUEST q", "DISCONNECT");
        assertThat(simple.take()).as("a part must not pass for the whole").isEmpty();
        assertThat(broker.count(Count.OVERSIZED)).isEqualTo(2);
        assertThat(broker.count(Count.REDISPATCHED)).isZero();
    }

    @Test
    void more_frames_than_a_message_may_have_are_too_many_to_join() {
        TestBroker roomy = new TestBroker();
        TestPeer client = roomy.peer("client");
        TestPeer worker = roomy.peer("worker", Dialect.MDP_02);
        roomy.ready(worker, "echo");
        roomy.request(client, "echo", "q");
        roomy.partial(worker, new String[600]);
        roomy.partial(worker, new String[400]);
        roomy.reply(worker, "x");
        assertThat(roomy.count(Count.OVERSIZED)).isEqualTo(1);
        roomy.close();
    }

    @Test
    void all_that_is_kept_to_be_joined_has_a_bound() {
        TestBroker tight = new TestBroker(BrokerConfig.DEFAULT.withBrokerQueue(new QueueLimits(100, 15)));
        TestPeer client = tight.peer("client");
        TestPeer one = tight.peer("one", Dialect.MDP_02);
        TestPeer two = tight.peer("two", Dialect.MDP_02);
        tight.ready(one, "echo");
        tight.ready(two, "echo");
        tight.request(client, "echo", "q");
        tight.request(client, "echo", "r");
        tight.partial(one, "0123456789");
        tight.partial(two, "0123456789");
        assertThat(two.take()).containsExactly("REQUEST r", "DISCONNECT");
        tight.reply(one, "end");
        assertThat(client.take()).containsExactly("REPLY echo 0123456789,end");
        tight.close();
    }

    @Test
    void a_request_whose_client_has_the_beginning_is_not_given_to_another_worker() {
        TestPeer one = worker("one", Dialect.MDP_02);
        TestPeer two = worker("two", Dialect.MDP_02);
        broker.request(streaming, "echo", "q");
        broker.partial(one, "a");
        broker.gone(one);
        assertThat(two.take()).isEmpty();
        assertThat(streaming.take()).as("no end is made up").containsExactly("PARTIAL echo a");
        assertThat(broker.count(Count.INTERRUPTED)).isEqualTo(1);
    }

    @Test
    void what_was_kept_of_a_lost_worker_is_dropped_and_another_one_begins_anew() {
        TestPeer one = worker("one", Dialect.MDP_02);
        TestPeer two = worker("two", Dialect.MDP_02);
        broker.request(simple, "echo", "q");
        broker.partial(one, "a");
        broker.gone(one);
        broker.partial(two, "A");
        broker.reply(two, "B");
        assertThat(simple.take()).containsExactly("REPLY echo A,B");
        assertThat(broker.count(Count.REDISPATCHED)).isEqualTo(1);
    }

    @Test
    void what_was_kept_for_a_client_that_left_is_dropped() {
        TestPeer leaver = broker.peer("leaver");
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(leaver, "echo", "q");
        broker.partial(worker, "a");
        broker.gone(leaver);
        assertThat(broker.liveBuffers()).isZero();
        assertThat(broker.core.joiner().octets()).isZero();
        broker.partial(worker, "b");
        broker.reply(worker, "c");
        broker.request(simple, "echo", "next");
        assertThat(worker.take()).containsExactly("REQUEST q", "REQUEST next");
    }

    @Test
    void who_streams_to_a_client_that_does_not_read_is_stopped_until_it_reads() {
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(streaming, "echo", "q");
        broker.partial(worker, "a");
        assertThat(worker.paused).isFalse();
        streaming.writable = false;
        broker.partial(worker, "b");
        assertThat(worker.paused).isTrue();
        broker.partial(worker, "what was under way already");
        broker.writable(streaming);
        assertThat(worker.paused).isFalse();
        broker.reply(worker, "c");
        assertThat(streaming.take()).hasSize(4);
    }

    @Test
    void nobody_is_stopped_for_a_client_that_gets_one_reply() {
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(simple, "echo", "q");
        simple.writable = false;
        broker.partial(worker, "a");
        broker.reply(worker, "b");
        assertThat(worker.paused).isFalse();
    }

    @Test
    void a_worker_is_not_stopped_any_more_when_its_client_leaves() {
        TestPeer leaver = broker.peer("leaver", Dialect.MDP_02);
        TestPeer worker = worker("worker", Dialect.MDP_02);
        broker.request(leaver, "echo", "q");
        leaver.writable = false;
        broker.partial(worker, "a");
        broker.gone(leaver);
        assertThat(worker.paused).isFalse();
        broker.reply(worker, "b");
        assertThat(broker.count(Count.ABANDONED)).isEqualTo(1);
    }

    @Test
    void a_stopped_worker_that_is_dismissed_is_read_again() {
        TestBroker limited = new TestBroker(BrokerConfig.DEFAULT.withServicePolicy(
                ServicePolicy.DEFAULT.withProcessingLimit(java.time.Duration.ofSeconds(10))));
        TestPeer client = limited.peer("client", Dialect.MDP_02);
        TestPeer worker = limited.peer("worker", Dialect.MDP_02);
        limited.ready(worker, "echo");
        limited.request(client, "echo", "q");
        client.writable = false;
        limited.partial(worker, "a");
        assertThat(worker.paused).isTrue();
        limited.advance(10_000);
        assertThat(worker.take()).containsExactly("REQUEST q", "DISCONNECT");
        assertThat(worker.paused).isFalse();
        limited.close();
    }

    @Test
    void a_worker_of_0X_is_given_several_requests_and_bounded_in_them() {
        TestPeer worker = worker("worker", Dialect.MDP_0X);
        for (String body : new String[] {"a", "b", "c", "d"}) {
            broker.request(simple, "echo", body);
        }
        assertThat(worker.take()).containsExactly("REQUEST a", "REQUEST b", "REQUEST c");
        Address a = worker.takeAddress();
        Address b = worker.takeAddress();
        broker.report(worker, b, "B");
        assertThat(worker.take()).containsExactly("REQUEST d");
        broker.report(worker, a, "A");
        assertThat(simple.take()).containsExactly("REPORT echo B", "REPORT echo A");
    }

    @Test
    void who_holds_nothing_is_preferred_to_who_could_take_more() {
        TestPeer several = worker("several", Dialect.MDP_0X);
        TestPeer one = worker("one", Dialect.MDP_01);
        for (String body : new String[] {"a", "b", "c"}) {
            broker.request(simple, "echo", body);
        }
        assertThat(several.take()).containsExactly("REQUEST a", "REQUEST c");
        assertThat(one.take()).containsExactly("REQUEST b");
    }

    @Test
    void all_requests_of_a_lost_worker_go_to_others_in_their_order() {
        TestPeer several = worker("several", Dialect.MDP_0X);
        for (String body : new String[] {"a", "b", "c", "d"}) {
            broker.request(simple, "echo", body);
        }
        broker.gone(several);
        assertThat(broker.count(Count.REDISPATCHED)).isEqualTo(3);
        TestPeer other = worker("other", Dialect.MDP_0X);
        assertThat(other.take()).containsExactly("REQUEST a", "REQUEST b", "REQUEST c");
    }

    @Test
    void the_first_report_is_the_reply_to_who_needs_an_end_and_later_ones_are_dropped() {
        TestPeer worker = worker("worker", Dialect.MDP_0X);
        for (TestPeer client : new TestPeer[] {simple, streaming}) {
            broker.request(client, "echo", "q");
            Address address = worker.takeAddress();
            broker.report(worker, address, "a");
            broker.report(worker, address, "b");
            assertThat(client.take()).containsExactly("REPORT echo a");
        }
        assertThat(broker.count(Count.LATE)).isEqualTo(2);
        assertThat(worker.take()).as("nobody is punished for it").doesNotContain("DISCONNECT");
    }

    @Test
    void further_reports_reach_a_client_of_0X_while_both_are_there() {
        TestPeer worker = worker("worker", Dialect.MDP_0X);
        TestPeer leaver = broker.peer("leaver", Dialect.MDP_0X);
        broker.request(endless, "echo", "q");
        broker.request(leaver, "echo", "r");
        Address q = worker.takeAddress();
        Address r = worker.takeAddress();
        broker.report(worker, q, "a");
        broker.report(worker, r, "A");
        broker.report(worker, q, "b");
        broker.gone(leaver);
        broker.report(worker, r, "B");
        broker.report(worker, r, "C");
        broker.report(worker, q, "c");
        assertThat(endless.take()).containsExactly("REPORT echo a", "REPORT echo b", "REPORT echo c");
        assertThat(broker.count(Count.REPLIED)).isEqualTo(2);
        assertThat(broker.count(Count.LATE)).isEqualTo(1);
        assertThat(worker.take()).doesNotContain("DISCONNECT");
    }

    @Test
    void a_worker_that_may_report_on_is_idle_and_its_reports_are_forgotten_after_a_time() {
        TestPeer worker = worker("worker", Dialect.MDP_0X);
        broker.request(endless, "echo", "q");
        Address q = worker.takeAddress();
        broker.report(worker, q, "a");
        for (int i = 0; i < 100; i++) {
            broker.advance(5000);
            broker.heartbeat(worker);
        }
        broker.report(worker, q, "b");
        assertThat(endless.take()).containsExactly("REPORT echo a");
        assertThat(broker.count(Count.LATE)).isEqualTo(1);
    }

    @Test
    void a_worker_may_report_on_a_bounded_number_of_requests() {
        TestPeer worker = worker("worker", Dialect.MDP_0X);
        Address first = null;
        for (int i = 0; i < 65; i++) {
            broker.request(endless, "echo", "q");
            Address address = worker.takeAddress();
            first = first == null ? address : first;
            broker.report(worker, address, "a");
        }
        broker.report(worker, first, "b");
        assertThat(endless.take()).hasSize(65).containsOnly("REPORT echo a");
    }

    @Test
    void a_worker_of_0X_that_reports_on_the_request_of_another_is_disconnected() {
        TestPeer holder = worker("holder", Dialect.MDP_0X);
        TestPeer forger = worker("forger", Dialect.MDP_0X);
        broker.request(simple, "echo", "q");
        broker.report(forger, holder.addresses.getFirst(), "forged");
        assertThat(forger.take()).containsExactly("DISCONNECT");
        assertThat(broker.count(Count.UNAUTHORISED)).isEqualTo(1);
        broker.reply(holder, holder.takeAddress(), ReplyKind.REPORT, "a");
        assertThat(simple.take()).containsExactly("REPORT echo a");
    }
}
