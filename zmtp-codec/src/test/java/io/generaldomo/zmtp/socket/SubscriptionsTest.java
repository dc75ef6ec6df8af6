package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.ZmtpException;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Who has subscribed to what, and a plain set of pairs that answers the same questions slowly. */
class SubscriptionsTest {
    private static final int PEERS = 4;
    private static final EmbeddedChannel CHANNEL = new EmbeddedChannel();

    private enum Deed {
        ADD,
        REMOVE,
        LEAVE
    }

    private record Step(Deed deed, int peer, String topic) {}

    private record Wish(LivePeer peer, String topic) {}

    private static LivePeer peer() {
        return new LivePeer(CHANNEL, Link.accepted(1, 1), null, null);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> topics = Arbitraries.strings().withChars('a', 'b').ofMaxLength(4);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Deed.ADD),
                                Tuple.of(4, Deed.REMOVE),
                                Tuple.of(1, Deed.LEAVE)),
                        Arbitraries.integers().between(0, PEERS - 1),
                        topics)
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property
    void doAsASetOfPairs(@ForAll("steps") List<Step> steps) {
        Subscriptions subscriptions = new Subscriptions(SubscriptionLimits.DEFAULT);
        LivePeer[] peers = Stream.generate(SubscriptionsTest::peer).limit(PEERS).toArray(LivePeer[]::new);
        Stream.of(peers).forEach(subscriptions::join);
        Set<Wish> model = new LinkedHashSet<>();
        for (Step step : steps) {
            LivePeer peer = peers[step.peer];
            byte[] topic = step.topic.getBytes(US_ASCII);
            switch (step.deed) {
                case ADD -> {
                    boolean first = !has(model, step.topic);
                    model.add(new Wish(peer, step.topic));
                    assertThat(subscriptions.add(peer, topic)).isEqualTo(first);
                }
                case REMOVE -> {
                    boolean nobody = !has(model, step.topic);
                    boolean last = model.remove(new Wish(peer, step.topic)) && !has(model, step.topic);
                    assertThat(subscriptions.remove(peer, topic)).isEqualTo(nobody || last);
                }
                case LEAVE -> {
                    Set<String> before = topics(model);
                    model.removeIf(wish -> wish.peer == peer);
                    before.removeAll(topics(model));
                    assertThat(subscriptions.leave(peer)).map(gone -> new String(gone, US_ASCII)).containsExactlyInAnyOrderElementsOf(before);
                    peers[step.peer] = peer();
                    subscriptions.join(peers[step.peer]);
                }
            }
            assertThat(subscriptions.size()).isEqualTo(topics(model).size());
        }
        for (String text : List.of("", "a", "ab", "abba", "bbbbbb")) {
            Set<LivePeer> wanting = model.stream().filter(wish -> text.startsWith(wish.topic)).map(Wish::peer).collect(Collectors.toSet());
            assertThat(matching(subscriptions, text, Matching.PREFIX)).containsExactlyInAnyOrderElementsOf(wanting);
            Set<LivePeer> others = new HashSet<>(List.of(peers));
            others.removeAll(wanting);
            assertThat(matching(subscriptions, text, Matching.INVERTED)).containsExactlyInAnyOrderElementsOf(others);
            Set<LivePeer> members = model.stream().filter(wish -> text.equals(wish.topic)).map(Wish::peer).collect(Collectors.toSet());
            assertThat(subscriptions.in(Unpooled.copiedBuffer(text, US_ASCII))).containsExactlyInAnyOrderElementsOf(members);
        }
    }

    private static boolean has(Set<Wish> model, String topic) {
        return model.stream().anyMatch(wish -> wish.topic.equals(topic));
    }

    private static Set<String> topics(Set<Wish> model) {
        return model.stream().map(Wish::topic).collect(Collectors.toSet());
    }

    private static List<LivePeer> matching(Subscriptions subscriptions, String text, Matching matching) {
        return List.copyOf(subscriptions.matching(Unpooled.copiedBuffer(text, US_ASCII), matching));
    }

    @Test
    void haveABoundOfTopicsAndOneOfOctets() {
        Subscriptions subscriptions = new Subscriptions(new SubscriptionLimits(3, 100));
        LivePeer many = peer();
        subscriptions.join(many);
        for (byte i = 0; i < 3; i++) {
            subscriptions.add(many, new byte[] {i});
            subscriptions.add(many, new byte[] {i});
        }
        assertThatThrownBy(() -> subscriptions.add(many, new byte[] {4})).isInstanceOf(ZmtpException.class);
        LivePeer longWinded = peer();
        subscriptions.join(longWinded);
        subscriptions.add(longWinded, new byte[60]);
        subscriptions.remove(longWinded, new byte[60]);
        subscriptions.add(longWinded, new byte[61]);
        assertThatThrownBy(() -> subscriptions.add(longWinded, new byte[62])).isInstanceOf(ZmtpException.class);
    }
}
