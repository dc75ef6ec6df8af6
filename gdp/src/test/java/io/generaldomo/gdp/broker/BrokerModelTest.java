package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.BrokerCounters.Count;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random peers against the core, beside a plain model of what each of them is entitled to. The model learns only from what the peers send and
 * receive; the core's own state is looked at for invariants. A seed that fails replays alone.
 */
class BrokerModelTest {
    private static final int STEPS = 10_000;

    /** Load changes after so many steps, so that now requests wait and then workers. */
    private static final int SEASON = 250;
    private static final int MAX_TRIES = 3;
    private static final QueueLimits SERVICE_QUEUE = new QueueLimits(8, 200);
    private static final String[] SERVICES = {"echo", "image-resize", "dimmi.x"};
    private static final BrokerConfig CONFIG = BrokerConfig.DEFAULT
            .withMaxTries(MAX_TRIES)
            .withRequestExpiry(Duration.ofSeconds(5))
            .withServiceQueue(SERVICE_QUEUE)
            .withBrokerQueue(new QueueLimits(15, 400));

    /** A request as the model sees it. */
    private static final class ModelRequest {
        final TestPeer client;
        final String service;
        int tries;
        boolean replied;

        ModelRequest(TestPeer client, String service) {
            this.client = client;
            this.service = service;
        }
    }

    /** A peer as the model sees it. */
    private static final class ModelPeer {
        final TestPeer peer;
        @Nullable String service;
        @Nullable String holds;
        @Nullable Address address;

        ModelPeer(TestPeer peer) {
            this.peer = peer;
        }
    }

    private final TestBroker broker = new TestBroker(CONFIG);
    private final Map<String, ModelRequest> requests = new HashMap<>();
    private final List<ModelPeer> peers = new ArrayList<>();
    private int serial;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void random_peers_find_no_broken_promise(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            try {
                act(random, step / SEASON % 2 == 0);
                peers.forEach(this::observe);
                checkInvariants();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ", step " + step, broken);
            }
        }
        broker.close();
        for (Count count : List.of(Count.REPLIED, Count.EXPIRED, Count.EXHAUSTED, Count.ABANDONED, Count.REDISPATCHED, Count.REFUSED,
                Count.UNAUTHORISED, Count.VIOLATIONS, Count.SILENT_WORKERS)) {
            assertThat(broker.count(count)).as("seed %d reaches %s", seed, count).isPositive();
        }
    }

    private void act(Random random, boolean busySeason) {
        if (peers.isEmpty() || random.nextInt(30) == 0 && peers.size() < 12) {
            peers.add(new ModelPeer(broker.peer("peer" + serial++, Dialect.values()[random.nextInt(2)])));
        }
        ModelPeer one = peers.get(random.nextInt(peers.size()));
        ModelPeer other = peers.get(random.nextInt(peers.size()));
        String service = SERVICES[random.nextInt(SERVICES.length)];
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> {
                if (busySeason || random.nextInt(4) == 0) {
                    request(one, service, random);
                }
            }
            case 9, 10, 11 -> ready(one, service);
            case 12, 13, 14, 15, 16, 17 -> reply(one);
            case 18 -> broker.heartbeat(one.peer);
            case 19 -> {
                if (other.address != null && other != one) {
                    broker.reply(one.peer, other.address, "forged");
                }
            }
            case 20 -> {
                if (random.nextInt(3) == 0) {
                    broker.disconnect(one.peer);
                    one.service = null;
                    one.holds = null;
                }
            }
            case 21 -> {
                if (random.nextInt(3) == 0) {
                    broker.gone(one.peer);
                    peers.remove(one);
                }
            }
            case 22 -> advance(random.nextInt(20) == 0 ? 8000 : random.nextInt(200));
            default -> broker.request(one.peer, random.nextBoolean() ? "mmi.service" : "mmi.other", service);
        }
    }

    private void request(ModelPeer client, String service, Random random) {
        String id = "r" + serial++ + "x".repeat(random.nextInt(40));
        long accepted = broker.count(Count.ACCEPTED);
        requests.put(id, new ModelRequest(client.peer, service));
        broker.command(client.peer, new ClientRequest(ServiceName.of(service), broker.body(id)));
        if (broker.count(Count.ACCEPTED) == accepted) {
            requests.remove(id);
        }
    }

    private void ready(ModelPeer worker, String service) {
        if (worker.service == null) {
            worker.service = service;
        }
        broker.ready(worker.peer, service);
    }

    private void advance(long millis) {
        List<Worker> busy = new ArrayList<>();
        for (ModelPeer model : peers) {
            Worker worker = model.peer.peer.worker;
            if (worker != null && worker.isBusy()) {
                busy.add(worker);
            }
        }
        broker.advance(millis);
        assertThat(busy).as("time alone ends no busy worker").allSatisfy(worker -> {
            assertThat(worker.isBusy()).isTrue();
            assertThat(worker.peer.worker).isSameAs(worker);
        });
    }

    private void reply(ModelPeer worker) {
        if (worker.holds == null || worker.address == null) {
            return;
        }
        String id = worker.holds;
        worker.holds = null;
        broker.reply(worker.peer, worker.address, id, "done");
    }

    /** Takes what a peer received, and asks whether it was entitled to it. */
    private void observe(ModelPeer to) {
        for (String text : to.peer.take()) {
            if (text.startsWith("REQUEST ")) {
                to.address = to.peer.takeAddress();
                given(to, text.substring(8));
            } else if (text.startsWith("REPLY mmi.")) {
                assertThat(text).matches("REPLY mmi\\.(service (200|404)|other 501)");
            } else if (text.startsWith("REPLY ")) {
                replied(to, text.split("[ ,]"));
            } else {
                assertThat(text).isEqualTo("DISCONNECT");
                to.service = null;
                to.holds = null;
            }
        }
    }

    private void given(ModelPeer worker, String id) {
        ModelRequest request = requests.get(id);
        assertThat(request).as("%s was accepted", id).isNotNull();
        assertThat(worker.holds).as("a worker holds one request at a time").isNull();
        assertThat(worker.service).as("a worker gets requests to its service").isEqualTo(request.service);
        assertThat(request.replied).as("nobody gets a request that is replied").isFalse();
        assertThat(request.client.peer.isGone()).as("nobody gets a request whose client left").isFalse();
        assertThat(peers.stream().filter(p -> p != worker && id.equals(p.holds) && p.peer.received.isEmpty()))
                .as("one worker at a time holds %s", id).isEmpty();
        assertThat(++request.tries).isLessThanOrEqualTo(MAX_TRIES);
        worker.holds = id;
    }

    private void replied(ModelPeer client, String[] words) {
        ModelRequest request = requests.get(words[2]);
        assertThat(request.client).as("the reply goes to who asked").isSameAs(client.peer);
        assertThat(words[1]).isEqualTo(request.service);
        assertThat(words[3]).isEqualTo("done");
        assertThat(request.replied).as("a request is replied once").isFalse();
        request.replied = true;
    }

    private void checkInvariants() {
        int waiting = 0;
        long octets = 0;
        for (String name : SERVICES) {
            Service service = broker.core.services().find(ServiceName.of(name));
            if (service == null) {
                continue;
            }
            assertThat(service.isUnused()).as("unused services are collected").isFalse();
            assertThat(service.idle.isEmpty() || service.queue.isEmpty()).as("no request waits beside an idle worker").isTrue();
            assertThat(service.gate.requests()).isEqualTo(service.queue.size());
            // Twice the limit, one more for a last one below it, and what workers handed back.
            assertThat(service.gate.requests()).isLessThanOrEqualTo(2 * SERVICE_QUEUE.requests() + 12);
            waiting += service.gate.requests();
            octets += service.gate.octets();
        }
        assertThat(broker.core.gate().requests()).isEqualTo(waiting);
        assertThat(broker.core.gate().octets()).isEqualTo(octets);
        int held = 0;
        for (ModelPeer model : peers) {
            held += model.peer.peer.held.size();
            Worker worker = model.peer.peer.worker;
            if (worker != null) {
                assertThat(worker.place.isLinked()).as("a worker is idle or busy").isNotEqualTo(worker.isBusy());
            }
        }
        assertThat(broker.count(Count.ACCEPTED)).as("every accepted request waits, is held, or has ended once").isEqualTo(waiting + held + broker.ended());
        assertThat(broker.liveBuffers()).as("no buffer outlives its request").isLessThanOrEqualTo(waiting + held);
    }
}
