package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The tree, and a plain map that does the same slowly. */
class PrefixTreeTest {
    private final PrefixTree<String> tree = new PrefixTree<>();

    private static byte[] octets(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static ByteBuf buffer(String text) {
        return Unpooled.copiedBuffer(text, ISO_8859_1);
    }

    /** Few letters, so that prefixes overlap; with octets on both sides of the sign. */
    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.strings().withChars('a', 'b', '\u00ff', '\u0000').ofMinLength(0).ofMaxLength(7);
    }

    @Provide
    Arbitrary<List<String>> manyTopics() {
        return topics().list().ofMaxSize(60);
    }

    /** A topic that is there goes, one that is not comes. */
    @Property
    void doesAsAMap(@ForAll("manyTopics") List<String> toggled, @ForAll("manyTopics") List<String> asked) {
        PrefixTree<String> toggledTree = new PrefixTree<>();
        TreeMap<String, String> map = new TreeMap<>();
        for (String topic : toggled) {
            if (map.remove(topic) == null) {
                map.put(topic, topic);
                assertThat(toggledTree.at(octets(topic), () -> topic).value()).isEqualTo(topic);
            } else {
                toggledTree.remove(toggledTree.find(buffer(topic)));
            }
            assertThat(toggledTree.size()).isEqualTo(map.size());
        }
        Set<String> all = new HashSet<>();
        toggledTree.forEach(node -> all.add(new String(node.prefix(), ISO_8859_1)));
        assertThat(all).isEqualTo(map.keySet());
        asked.forEach(text -> compare(toggledTree, map, text));
    }

    private static void compare(PrefixTree<String> tree, TreeMap<String, String> map, String text) {
        PrefixTree.Node<String> exact = tree.find(buffer(text));
        assertThat(exact == null ? null : exact.value()).isEqualTo(map.get(text));
        List<String> seen = new ArrayList<>();
        tree.forEachPrefixOf(buffer(text), seen::add);
        assertThat(seen).isEqualTo(map.keySet().stream().filter(text::startsWith).collect(Collectors.toList()));
        assertThat(tree.hasPrefixOf(buffer(text))).isEqualTo(!seen.isEmpty());
    }

    @Test
    void aNodeStaysTheSameWhileOthersComeAndGo() {
        PrefixTree.Node<String> node = tree.at(octets("abcd"), () -> "it");
        tree.at(octets("abxx"), () -> "other");
        tree.at(octets("ab"), () -> "above");
        tree.at(octets("abcdef"), () -> "below");
        assertThat(tree.find(buffer("abcd"))).isSameAs(node);
        tree.remove(tree.find(buffer("abxx")));
        tree.remove(tree.find(buffer("ab")));
        tree.remove(tree.find(buffer("abcdef")));
        assertThat(tree.find(buffer("abcd"))).isSameAs(node);
        assertThat(new String(node.prefix(), ISO_8859_1)).isEqualTo("abcd");
    }

    /** Each topic is the last one and another octet: as deep as a tree can be. */
    @Test
    void aChainOfTenThousandTopicsIsWalkedWithoutRecursion() {
        String longest = "x".repeat(10_000);
        for (int length = 0; length <= longest.length(); length++) {
            tree.at(octets(longest.substring(0, length)), () -> "");
        }
        List<String> seen = new ArrayList<>();
        tree.forEachPrefixOf(buffer(longest), seen::add);
        assertThat(seen).hasSize(longest.length() + 1);
        Set<Integer> lengths = new TreeSet<>();
        tree.forEach(node -> lengths.add(node.prefix().length));
        assertThat(lengths).hasSize(longest.length() + 1);
        for (int length = 0; length <= longest.length(); length++) {
            tree.remove(tree.find(buffer(longest.substring(0, length))));
        }
        assertThat(tree.size()).isZero();
    }
}
