package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker's own services, beyond {@code mmi.service}. */
class BrokerManagementTest {
    private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT.withMaxFilters(2));
    private final TestPeer client = broker.peer("client");

    @AfterEach
    void nothing_remains() {
        broker.close();
    }

    private String ask(String service, String... frames) {
        broker.request(client, service, frames);
        List<String> replies = client.take();
        assertThat(replies).hasSize(1);
        assertThat(replies.get(0)).startsWith("REPLY " + service + ' ');
        return replies.get(0).substring(7 + service.length());
    }

    @Test
    void mmi_services_lists_names_in_order() {
        assertThat(ask("mmi.services")).isEqualTo("200,");
        broker.worker("w", "b");
        broker.worker("w", "a");
        broker.request(client, "c", "waits");
        assertThat(ask("mmi.services")).isEqualTo("200,,a,b,c");
        assertThat(ask("mmi.services", "a")).isEqualTo("200,,b,c");
        assertThat(ask("mmi.services", "c")).isEqualTo("200,");
    }

    @Test
    void mmi_services_goes_page_by_page() {
        for (int i = 0; i < 2000; i++) {
            broker.worker("w", "s" + (10_000 + i));
        }
        String[] first = ask("mmi.services", "").split(",");
        assertThat(first).hasSize(2 + 900).contains("s10000", "s10899");
        assertThat(first[1]).as("where the next page begins").isEqualTo("s10899");
        String[] second = ask("mmi.services", first[1]).split(",");
        assertThat(second[2]).isEqualTo("s10900");
        String[] third = ask("mmi.services", second[1]).split(",");
        assertThat(third).hasSize(2 + 200);
        assertThat(third[1]).as("no more").isEmpty();
    }

    @Test
    void mmi_service_info_counts() {
        assertThat(ask("mmi.service.info", "echo")).isEqualTo("404");
        assertThat(ask("mmi.service.info")).isEqualTo("404");
        TestPeer one = broker.worker("one", "echo");
        TestPeer two = broker.worker("two", "echo");
        broker.request(client, "echo", "a");
        assertThat(ask("mmi.service.info", "echo")).isEqualTo("200,workers.idle=1,workers.busy=1,queued=0,queued.octets=0,"
                + "oldest.ms=0,served=0,expired=0,redispatched=0,failed=0");
        broker.request(client, "echo", "b");
        broker.request(client, "echo", "four");
        broker.advance(30);
        broker.request(client, "echo", "c");
        broker.advance(12);
        assertThat(ask("mmi.service.info", "echo")).isEqualTo("200,workers.idle=0,workers.busy=2,queued=2,queued.octets=5,"
                + "oldest.ms=42,served=0,expired=0,redispatched=0,failed=0");
        broker.reply(one, "A");
        assertThat(client.take()).containsExactly("REPLY echo A");
        broker.gone(two);
        broker.advance(60_000);
        assertThat(ask("mmi.service.info", "echo")).isEqualTo("200,workers.idle=0,workers.busy=1,queued=0,queued.octets=0,"
                + "oldest.ms=0,served=1,expired=2,redispatched=1,failed=0");
    }

    @Test
    void mmi_workers_lists_who_works_for_what() {
        broker.worker("10.0.0.1:4711", "echo");
        broker.worker("10.0.0.2:4711", "other");
        TestPeer third = broker.peer("10.0.0.3:4711", Dialect.GDP);
        broker.ready(third, "echo");
        broker.request(client, "echo", "a");
        assertThat(ask("mmi.workers")).isEqualTo("200,,1\tbusy\t1\tMDP 0.1\t10.0.0.1:4711\techo,"
                + "2\tidle\t0\tMDP 0.1\t10.0.0.2:4711\tother,3\tidle\t0\tGDP\t10.0.0.3:4711\techo");
        assertThat(ask("mmi.workers", "echo", "1")).isEqualTo("200,,3\tidle\t0\tGDP\t10.0.0.3:4711\techo");
        assertThat(ask("mmi.workers", "", "3")).isEqualTo("200,");
        assertThat(ask("mmi.workers", "", "x")).isEqualTo("400");
    }

    @Test
    void mmi_workers_goes_page_by_page() {
        for (int i = 0; i < 501; i++) {
            broker.worker("w", "echo");
        }
        String[] first = ask("mmi.workers").split(",");
        assertThat(first).hasSize(2 + 500);
        assertThat(first[1]).isEqualTo("500");
        assertThat(ask("mmi.workers", "echo", "500")).isEqualTo("200,,501\tidle\t0\tMDP 0.1\tw\techo");
    }

    @Test
    void mmi_broker_tells_who_it_is() {
        broker.worker("w", "echo");
        broker.advance(5_000);
        assertThat(ask("mmi.broker")).startsWith("200,version=1.2.3,instance=00112233445566778899aabbccddeeff,uptime.ms=5000,"
                + "state=running,services=1,workers=1,queued=0,queued.octets=0,underway=0,accepted=0,");
        broker.core.drain(broker.now());
        assertThat(ask("mmi.broker")).contains("state=draining");
    }

    @Test
    void mmi_filter_keeps_requests_from_a_service() {
        TestPeer worker = broker.worker("worker", "echo");
        TestPeer other = broker.peer("client of 0X", Dialect.MDP_0X);
        assertThat(ask("mmi.filter", "disable", "echo", "stop")).isEqualTo("200");
        assertThat(ask("mmi.filter", "disable", "echo", "stop")).isEqualTo("200");
        broker.request(other, "echo", "stop", "now");
        assertThat(other.take()).containsExactly("NAK echo stop,now");
        broker.request(client, "echo", "stop");
        assertThat(client.take()).as("its dialect has no word for it").isEmpty();
        assertThat(broker.count(Count.FILTERED)).isEqualTo(2);
        assertThat(worker.take()).isEmpty();
        broker.request(client, "other", "stop");
        broker.request(other, "echo", "stop!", "stop");
        assertThat(worker.take()).containsExactly("REQUEST stop!,stop");
        assertThat(ask("mmi.filter", "enable", "echo", "stop")).isEqualTo("200");
        broker.report(worker, worker.takeAddress());
        broker.reply(broker.worker("w", "other"));
        broker.request(other, "echo", "stop");
        assertThat(worker.take()).containsExactly("REQUEST stop");
    }

    @Test
    void mmi_filter_is_read_strictly_and_bounded() {
        assertThat(ask("mmi.filter", "enable", "echo", "never disabled")).isEqualTo("200");
        assertThat(ask("mmi.filter")).isEqualTo("400");
        assertThat(ask("mmi.filter", "disable", "echo")).isEqualTo("400");
        assertThat(ask("mmi.filter", "disable", "", "x")).isEqualTo("400");
        assertThat(ask("mmi.filter", "disable", "mmi.service", "x")).isEqualTo("400");
        assertThat(ask("mmi.filter", "remove", "echo", "x")).isEqualTo("400");
        assertThat(ask("mmi.filter", "disable", "echo", "x".repeat(256))).isEqualTo("400");
        assertThat(ask("mmi.filter", "disable", "echo", "x".repeat(5000))).isEqualTo("400");
        assertThat(ask("mmi.filter", "disable", "echo", "")).isEqualTo("200");
        assertThat(ask("mmi.filter", "disable", "echo", "x")).isEqualTo("200");
        assertThat(ask("mmi.filter", "disable", "echo", "y")).as("two at most").isEqualTo("400");
        broker.request(client, "echo", "");
        broker.request(client, "echo");
        assertThat(broker.count(Count.FILTERED)).as("a body without frames has no first one").isEqualTo(1);
    }

    @Test
    void a_broker_without_filters_has_no_such_service() {
        TestBroker without = new TestBroker(BrokerConfig.DEFAULT.withMaxFilters(0));
        TestPeer asker = without.peer("client");
        without.request(asker, "mmi.filter", "disable", "echo", "x");
        assertThat(asker.take()).containsExactly("REPLY mmi.filter 501");
        without.close();
    }
}
