package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.HeartbeatPolicy;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Heartbeats and expiry, in virtual time. */
class BrokerTimeTest {
    private final TestBroker broker = new TestBroker();
    private final TestPeer client = broker.peer("client");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void a_silent_idle_worker_expires() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.advance(7499);
        assertThat(worker.take()).isEmpty();
        broker.advance(1);
        assertThat(worker.take()).containsExactly("DISCONNECT");
        assertThat(broker.count(Count.SILENT_WORKERS)).isEqualTo(1);
        broker.request(client, "echo", "a");
        assertThat(worker.take()).isEmpty();
        broker.heartbeat(worker);
        assertThat(worker.take()).containsExactly("DISCONNECT");
    }

    @Test
    void anything_from_a_worker_keeps_it() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.advance(7000);
        broker.heartbeat(worker);
        broker.advance(7000);
        broker.request(worker, "mmi.service", "echo");
        broker.advance(7000);
        broker.request(client, "echo", "a");
        broker.reply(worker, "A");
        broker.advance(7000);
        assertThat(worker.take()).containsExactly("REPLY mmi.service 200", "REQUEST a");
        broker.advance(500);
        assertThat(worker.take()).containsExactly("DISCONNECT");
    }

    @Test
    void the_silent_one_of_two_expires_wherever_it_waits() {
        TestPeer silent = broker.worker("silent", "echo");
        TestPeer lively = broker.worker("lively", "echo");
        for (int i = 0; i < 4; i++) {
            broker.advance(2500);
            broker.heartbeat(lively);
        }
        assertThat(silent.take()).containsExactly("DISCONNECT");
        broker.request(client, "echo", "a");
        assertThat(lively.take()).containsExactly("REQUEST a");
    }

    @Test
    void a_busy_worker_never_expires() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        broker.advance(3_600_000);
        broker.reply(worker, "A");
        assertThat(client.take()).containsExactly("REPLY echo A");
        assertThat(worker.take()).containsExactly("REQUEST a");
        assertThat(worker.heartbeats).as("and gets its heartbeats").hasSize(3600);
        broker.advance(7499);
        assertThat(worker.take()).isEmpty();
        broker.advance(1);
        assertThat(worker.take()).containsExactly("DISCONNECT");
    }

    @Test
    void heartbeats_keep_their_interval_beside_1000_messages_a_second() {
        TestPeer idle = broker.worker("idle", "quiet");
        TestPeer worker = broker.worker("worker", "echo");
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 1000; i++) {
                broker.request(client, "echo", "a");
                broker.reply(worker, "A");
                broker.advance(1);
            }
            broker.heartbeat(idle);
        }
        List<Long> expected = new ArrayList<>();
        for (long second = 1; second <= 30; second++) {
            expected.add(second * 1000);
        }
        assertThat(idle.heartbeats).isEqualTo(expected);
        assertThat(worker.heartbeats).isEqualTo(expected);
        assertThat(idle.take()).isEmpty();
        assertThat(client.take()).hasSize(30_000);
    }

    @Test
    void heartbeats_of_workers_that_came_at_different_times_are_spread() {
        TestPeer one = broker.worker("one", "echo");
        broker.advance(300);
        TestPeer two = broker.worker("two", "echo");
        broker.advance(2000);
        assertThat(one.heartbeats).containsExactly(1000L, 2000L);
        assertThat(two.heartbeats).containsExactly(1300L, 2300L);
    }

    @Test
    void a_request_that_nobody_serves_expires() {
        broker.request(client, "echo", "a");
        broker.advance(59_999);
        broker.request(client, "echo", "b");
        assertThat(broker.count(Count.EXPIRED)).isZero();
        broker.advance(1);
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(1);
        TestPeer worker = broker.worker("worker", "echo");
        assertThat(worker.take()).containsExactly("REQUEST b");
        assertThat(client.take()).as("7/MDP has no word for it").isEmpty();
    }

    @Test
    void a_request_does_not_expire_while_a_worker_holds_it_and_waits_anew_when_it_is_lost() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        broker.advance(120_000);
        broker.gone(worker);
        broker.advance(59_999);
        assertThat(broker.count(Count.EXPIRED)).isZero();
        broker.advance(1);
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(1);
        assertThat(broker.core.services().size()).isZero();
    }

    @Test
    void an_expiry_shorter_than_the_interval_is_kept_to() {
        TestBroker hasty = new TestBroker(BrokerConfig.DEFAULT
                .withRequestExpiry(Duration.ofMillis(10))
                .withHeartbeat(HeartbeatPolicy.every(Duration.ofMillis(100), 2)));
        hasty.advance(55);
        TestPeer worker = hasty.worker("worker", "idle");
        hasty.request(hasty.peer("client"), "echo", "a");
        hasty.advance(9);
        assertThat(hasty.count(Count.EXPIRED)).isZero();
        hasty.advance(1);
        assertThat(hasty.count(Count.EXPIRED)).isEqualTo(1);
        hasty.advance(190);
        assertThat(worker.heartbeats).containsExactly(155L);
        assertThat(worker.take()).containsExactly("DISCONNECT");
        hasty.close();
    }

    @Test
    void a_late_tick_sends_one_heartbeat_not_all_that_were_missed() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        broker.core.onTick(Long.MAX_VALUE - 1);
        assertThat(worker.heartbeats).hasSize(1);
    }

    @Test
    void a_broker_that_slept_asks_before_it_expires_anyone() {
        TestPeer alive = broker.worker("alive", "echo");
        TestPeer dead = broker.worker("dead", "echo");
        broker.request(client, "nobody", "a");
        broker.stall(120_000);
        assertThat(alive.heartbeats).as("asked").hasSize(1);
        assertThat(broker.count(Count.STALLS)).isEqualTo(1);
        broker.advance(2_400);
        broker.heartbeat(alive);
        assertThat(broker.count(Count.EXPIRED)).isZero();
        assertThat(dead.take()).isEmpty();
        broker.advance(100);
        assertThat(dead.take()).as("2500 ms, one interval of the peers, were enough").containsExactly("DISCONNECT");
        assertThat(alive.take()).isEmpty();
        assertThat(broker.count(Count.EXPIRED)).isEqualTo(1);
        assertThat(alive.heartbeats).hasSize(3);
    }

    @Test
    void a_reply_that_came_while_the_broker_slept_is_not_too_late() {
        TestBroker limited = new TestBroker(BrokerConfig.DEFAULT.withServicePolicy(
                ServicePolicy.DEFAULT.withProcessingLimit(Duration.ofSeconds(5))));
        TestPeer asker = limited.peer("client");
        TestPeer worker = limited.worker("worker", "echo");
        limited.request(asker, "echo", "a");
        limited.stall(60_000);
        limited.reply(worker, "A");
        assertThat(asker.take()).containsExactly("REPLY echo A");
        assertThat(worker.take()).containsExactly("REQUEST a");
        limited.close();
    }

    @Test
    void a_tick_that_is_a_little_late_is_no_sleep() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.advance(7_000);
        broker.stall(1_500);
        assertThat(worker.take()).containsExactly("DISCONNECT");
        assertThat(broker.count(Count.STALLS)).isZero();
    }
}
