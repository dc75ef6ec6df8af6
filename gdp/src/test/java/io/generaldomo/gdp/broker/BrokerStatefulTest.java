package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Chains of actions on the core and on {@link PlainBroker}: both send the same to the same peers. A chain that fails is made as short as it can be. */
class BrokerStatefulTest {
    private static final int PEERS = 5;

    /** The core, and what it is to be like. */
    private static final class Pair {
        private final PlainBroker model = new PlainBroker();
        private final TestBroker broker = new TestBroker(BrokerConfig.DEFAULT
                .withMaxTries(PlainBroker.MAX_TRIES)
                .withRequestExpiry(Duration.ofMillis(PlainBroker.PATIENCE)));
        private final List<TestPeer> peers = new ArrayList<>();
        private int serial;

        Pair() {
            for (int i = 0; i < PEERS; i++) {
                peers.add(broker.peer("peer" + i));
            }
        }

        void request(int peer, String service) {
            String text = "r" + serial++;
            broker.request(peers.get(peer), service, text);
            compare(model.request(peer, service, text));
        }

        void ready(int peer, String service) {
            broker.ready(peers.get(peer), service);
            compare(model.ready(peer, service));
        }

        void reply(int peer) {
            if (model.isBusy(peer)) {
                String text = "reply" + serial++;
                TestPeer worker = peers.get(peer);
                broker.reply(worker, worker.addresses.getLast(), text);
                compare(model.reply(peer, text));
            }
        }

        void heartbeat(int peer) {
            broker.heartbeat(peers.get(peer));
            compare(model.heartbeat(peer));
        }

        void disconnect(int peer) {
            broker.disconnect(peers.get(peer));
            compare(model.disconnect(peer));
        }

        void gone(int peer) {
            broker.gone(peers.get(peer));
            peers.set(peer, broker.peer("peer" + peer));
            compare(model.gone(peer));
        }

        void advance(int millis) {
            broker.advance(millis);
            compare(model.advance(millis));
        }

        private void compare(List<String> expected) {
            for (int i = 0; i < PEERS; i++) {
                String to = i + " ";
                assertThat(peers.get(i).take())
                        .as("sent to peer %d", i)
                        .isEqualTo(expected.stream().filter(text -> text.startsWith(to)).map(text -> text.substring(to.length())).toList());
            }
        }
    }

    @Property(tries = 500)
    void the_core_does_what_the_plain_broker_does(@ForAll("chains") ActionChain<Pair> chain) {
        chain.run().broker.close();
    }

    @Provide
    Arbitrary<ActionChain<Pair>> chains() {
        Arbitrary<Integer> peer = Arbitraries.integers().between(0, PEERS - 1);
        Arbitrary<String> service = Arbitraries.of("echo", "other");
        return ActionChain.startWith(Pair::new)
                .withAction(6, action(Combinators.combine(peer, service)
                        .as((who, what) -> Transformer.mutate(who + " asks " + what, pair -> pair.request(who, what)))))
                .withAction(3, action(Combinators.combine(peer, service)
                        .as((who, what) -> Transformer.mutate(who + " offers " + what, pair -> pair.ready(who, what)))))
                .withAction(5, action(peer.map(who -> Transformer.mutate(who + " replies", pair -> pair.reply(who)))))
                .withAction(1, action(peer.map(who -> Transformer.mutate(who + " heartbeats", pair -> pair.heartbeat(who)))))
                .withAction(1, action(peer.map(who -> Transformer.mutate(who + " disconnects", pair -> pair.disconnect(who)))))
                .withAction(1, action(peer.map(who -> Transformer.mutate(who + " leaves", pair -> pair.gone(who)))))
                .withAction(1, action(Arbitraries.integers().between(1, 9000)
                        .map(time -> Transformer.mutate(time + " ms pass", pair -> pair.advance(time)))))
                .withMaxTransformations(100);
    }

    private static Action.Independent<Pair> action(Arbitrary<Transformer<Pair>> transformer) {
        return () -> transformer;
    }
}
