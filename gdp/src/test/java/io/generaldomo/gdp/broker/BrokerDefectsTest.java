package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.Direction;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other brokers of this family get wrong, a test for each defect. Some have more tests elsewhere. */
class BrokerDefectsTest {
    private final TestBroker broker = new TestBroker();
    private final TestPeer client = broker.peer("client");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    @Test
    void traffic_pushes_the_next_heartbeat_further_and_further() {
        TestPeer idle = broker.worker("idle", "quiet");
        TestPeer worker = broker.worker("worker", "echo");
        for (int i = 0; i < 5_000; i++) {
            broker.request(client, "echo", "a");
            broker.reply(worker, "A");
            broker.advance(1);
        }
        assertThat(idle.heartbeats).containsExactly(1000L, 2000L, 3000L, 4000L, 5000L);
    }

    @Test
    void a_service_that_begins_with_m_i_or_a_point_is_taken_for_the_brokers_own() {
        for (String name : new String[] {"image-resize", "mail", "mmi", "mmi-x", ".hidden", "dimmi.x"}) {
            TestPeer worker = broker.worker("worker", name);
            broker.request(client, name, "a");
            broker.reply(worker, "A");
            assertThat(client.take()).containsExactly("REPLY " + name + " A");
        }
    }

    @Test
    void a_worker_may_register_a_name_of_the_brokers_own() {
        assertThat(broker.worker("worker", "mmi.foo").take()).containsExactly("DISCONNECT");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_reply_of_a_management_service_has_no_header(Dialect dialect) {
        ClientReply reply = new ClientReply(ServiceName.of("mmi.service"), Body.ofParts(Unpooled.copiedBuffer("404", UTF_8)));
        ClientReply read = (ClientReply) dialect.decode(dialect.encode(reply, UnpooledByteBufAllocator.DEFAULT), Direction.FROM_BROKER);
        assertThat(read.service()).isEqualTo(ServiceName.of("mmi.service"));
        assertThat(read.body().toGdpMessage().utf8(0)).isEqualTo("404");
        read.release();
    }

    @Test
    void mmi_service_knows_a_service_that_never_had_a_worker() {
        broker.request(client, "unknown", "a");
        broker.request(client, "mmi.service", "unknown");
        assertThat(client.take()).containsExactly("REPLY mmi.service 404");
    }

    @Test
    void an_idle_worker_is_made_to_reconnect_again_and_again() {
        TestPeer worker = broker.worker("worker", "echo");
        for (int second = 0; second < 60; second += 2) {
            broker.advance(2_000);
            broker.heartbeat(worker);
        }
        assertThat(worker.take()).as("nothing but heartbeats in a minute").isEmpty();
        assertThat(worker.heartbeats).hasSize(60);
    }

    @Test
    void a_worker_can_reply_to_any_client_that_it_names() {
        TestPeer holder = broker.worker("holder", "echo");
        TestPeer forger = broker.worker("forger", "other");
        broker.request(client, "echo", "a");
        broker.reply(forger, holder.addresses.getFirst(), "forged");
        for (int token = 0; token < 4; token++) {
            broker.reply(forger, Address.of(new byte[] {0, 0, 0, (byte) token}), "forged");
        }
        assertThat(client.take()).isEmpty();
        assertThat(forger.take()).contains("DISCONNECT");
        assertThat(broker.count(Count.UNAUTHORISED)).isEqualTo(1);
    }

    @Test
    void a_step_of_the_clock_expires_everybody() {
        // The core has no clock; what can step is the time between two ticks.
        TestPeer worker = broker.worker("worker", "echo");
        broker.stall(3_600_000);
        assertThat(worker.take()).isEmpty();
        broker.heartbeat(worker);
        broker.advance(7_000);
        assertThat(worker.take()).isEmpty();
    }

    @Test
    void only_the_worker_at_the_head_of_the_queue_is_purged() {
        TestPeer first = broker.worker("first", "echo");
        TestPeer second = broker.worker("second", "echo");
        broker.advance(7_000);
        broker.heartbeat(first);
        broker.advance(500);
        assertThat(second.take()).containsExactly("DISCONNECT");
        assertThat(first.take()).isEmpty();
    }

    @Test
    void row_30_a_packed_frame_reaches_past_the_end() {
        for (byte[] part : new byte[][] {{6, 'M', 'D', 'P', 'C', '0', '1', -1, 0, 0, 1, 0}, {6, 'M', 'D', 'P', 'C', '0', '1', -1},
                {6, 'M', 'D', 'P', 'C', '0', '1', 1, 'x', -1, -1, -1, -1, -1}, {-1, 127, -1, -1, -1, 'M'}}) {
            ByteBuf octets = Unpooled.wrappedBuffer(part);
            ZmtpMessage message = ZmtpMessage.of(octets);
            assertThatThrownBy(() -> Dialect.GDP.decode(message, Direction.TO_BROKER))
                    .isInstanceOfSatisfying(GdpException.class, e -> assertThat(e.reason()).isEqualTo(GdpException.Reason.MALFORMED));
            assertThat(octets.refCnt()).isZero();
        }
    }

    @Test
    void row_31_a_forged_reply_reaches_another_workers_client() {
        TestPeer holder = broker.worker("holder", "echo");
        TestPeer forger = broker.worker("forger", "echo");
        broker.request(client, "echo", "a");
        broker.reply(forger, holder.addresses.getFirst(), "forged");
        assertThat(forger.take()).containsExactly("DISCONNECT");
        broker.reply(holder, "true");
        assertThat(client.take()).containsExactly("REPLY echo true");
    }

    @Test
    void row_32_a_client_registers_for_a_service_and_nobody_sees_it() {
        broker.worker("worker", "echo");
        broker.request(client, "mmi.service", "echo");
        broker.ready(client, "echo");
        client.take();
        broker.request(client, "mmi.workers", "echo");
        assertThat(client.take()).containsExactly("REPLY mmi.workers 200,,1\tidle\t0\tMDP 0.1\tworker\techo,2\tidle\t0\tMDP 0.1\tclient\techo");
    }

    @Test
    void row_33_names_of_services_are_abused() {
        byte[] noText = {(byte) 0xC3, 0x28, 0};
        broker.command(client, new ClientRequest(ServiceName.of(noText), broker.body("a")));
        broker.request(client, "mmi.services");
        assertThat(broker.core.services().find(ServiceName.of(noText))).isNotNull();
        for (int i = 0; i < 100_000; i++) {
            broker.command(client, new ClientRequest(ServiceName.of("name" + i), Body.empty()));
        }
        assertThat(broker.core.services().size()).isEqualTo(64);
        broker.advance(60_000);
        assertThat(broker.core.services().size()).as("services that nobody serves are collected").isZero();
    }

    @Test
    void row_34_the_reply_to_a_departed_client_reaches_the_next_one() {
        TestPeer worker = broker.worker("worker", "echo");
        broker.request(client, "echo", "a");
        broker.gone(client);
        TestPeer next = broker.peer("client");
        broker.request(next, "other", "b");
        broker.reply(worker, "A");
        assertThat(next.take()).isEmpty();
        assertThat(client.take()).isEmpty();
    }
}
