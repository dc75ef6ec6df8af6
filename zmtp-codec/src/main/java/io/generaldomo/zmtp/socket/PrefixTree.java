package io.generaldomo.zmtp.socket;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by prefix: a radix tree, in which each edge has as many octets as nothing branches off from. It has at most two nodes for each prefix,
 * however long that is, and nothing in it recurses, since peers choose what it holds. Not thread-safe.
 */
final class PrefixTree<V> {
    private static final byte[] NO_OCTETS = {};

    private final Node<V> root = new Node<>(null, NO_OCTETS);
    private int size;

    /** The end of a prefix. Stays the same as long as it has a value. */
    static final class Node<V> {
        private @Nullable Node<V> parent;
        /** The octets between the parent and this; one at least, except at the root. */
        private byte[] label;
        /** In the order of their first octets, which are all different. */
        private final List<Node<V>> children = new ArrayList<>(0);
        /** Null where the tree only branches. */
        private @Nullable V value;

        private Node(@Nullable Node<V> parent, byte[] label) {
            this.parent = parent;
            this.label = label;
        }

        @Nullable V value() {
            return value;
        }

        /** The octets from the root to here. */
        byte[] prefix() {
            int length = 0;
            for (Node<V> node = this; node != null; node = node.parent) {
                length += node.label.length;
            }
            byte[] prefix = new byte[length];
            for (Node<V> node = this; node != null; node = node.parent) {
                length -= node.label.length;
                System.arraycopy(node.label, 0, prefix, length, node.label.length);
            }
            return prefix;
        }

        /** Where the child of a first octet is; as -(where it would be) - 1 if there is none. */
        private int indexOf(byte first) {
            int low = 0;
            int high = children.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = Byte.compareUnsigned(children.get(middle).label[0], first);
                if (order == 0) {
                    return middle;
                } else if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -low - 1;
        }

        /** Puts a node between this and a child, behind the first octets of the child's label. */
        private Node<V> split(int index, int length) {
            Node<V> child = children.get(index);
            Node<V> middle = new Node<>(this, Arrays.copyOf(child.label, length));
            child.label = Arrays.copyOfRange(child.label, length, child.label.length);
            child.parent = middle;
            middle.children.add(child);
            children.set(index, middle);
            return middle;
        }

        /** Leaves its place to its only child. */
        private void giveWay(Node<V> above) {
            Node<V> child = children.get(0);
            byte[] joined = Arrays.copyOf(label, label.length + child.label.length);
            System.arraycopy(child.label, 0, joined, label.length, child.label.length);
            child.label = joined;
            child.parent = above;
            above.children.set(above.indexOf(joined[0]), child);
        }

        /** The child whose label these octets begin with. */
        private @Nullable Node<V> towards(ByteBuf octets, int from) {
            int left = octets.writerIndex() - from;
            int index = left == 0 ? -1 : indexOf(octets.getByte(from));
            if (index < 0) {
                return null;
            }
            Node<V> child = children.get(index);
            if (child.label.length > left) {
                return null;
            }
            for (int i = 1; i < child.label.length; i++) {
                if (octets.getByte(from + i) != child.label[i]) {
                    return null;
                }
            }
            return child;
        }
    }

    /** The number of prefixes that have a value. */
    int size() {
        return size;
    }

    /** The node of a prefix, which has a value from now on if it had none. */
    Node<V> at(byte[] prefix, Supplier<V> value) {
        Node<V> node = root;
        for (int done = 0; done < prefix.length; done += node.label.length) {
            int index = node.indexOf(prefix[done]);
            if (index < 0) {
                Node<V> leaf = new Node<>(node, Arrays.copyOfRange(prefix, done, prefix.length));
                node.children.add(-index - 1, leaf);
                node = leaf;
            } else {
                Node<V> child = node.children.get(index);
                int common = Arrays.mismatch(child.label, 0, child.label.length, prefix, done, prefix.length);
                node = common < 0 || common == child.label.length ? child : node.split(index, common);
            }
        }
        if (node.value == null) {
            node.value = value.get();
            size++;
        }
        return node;
    }

    /** The node of exactly this prefix, if it has a value. */
    @Nullable Node<V> find(ByteBuf prefix) {
        Node<V> node = root;
        int at = prefix.readerIndex();
        while (node != null && at < prefix.writerIndex()) {
            node = node.towards(prefix, at);
            at += node == null ? 0 : node.label.length;
        }
        return node == null || node.value == null ? null : node;
    }

    /** Visits the value of each prefix of these octets, short ones first. The visitor leaves the tree as it is. */
    void forEachPrefixOf(ByteBuf octets, Consumer<? super V> visitor) {
        int at = octets.readerIndex();
        for (Node<V> node = root; node != null; node = node.towards(octets, at)) {
            at += node.label.length;
            if (node.value != null) {
                visitor.accept(node.value);
            }
        }
    }

    /** Whether any prefix of these octets has a value. */
    boolean hasPrefixOf(ByteBuf octets) {
        int at = octets.readerIndex();
        for (Node<V> node = root; node != null; node = node.towards(octets, at)) {
            at += node.label.length;
            if (node.value != null) {
                return true;
            }
        }
        return false;
    }

    /** Takes a node's value out. */
    void remove(Node<V> node) {
        node.value = null;
        size--;
        Node<V> above = node.parent;
        if (above == null) {
            return;
        }
        if (node.children.size() == 1) {
            node.giveWay(above);
        } else if (node.children.isEmpty()) {
            above.children.remove(above.indexOf(node.label[0]));
            if (above.parent != null && above.value == null && above.children.size() == 1) {
                above.giveWay(above.parent);
            }
        }
    }

    /** Visits every prefix that has a value. The visitor leaves the tree as it is. */
    void forEach(Consumer<Node<V>> visitor) {
        Deque<Node<V>> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Node<V> node = pending.pop();
            node.children.forEach(pending::push);
            if (node.value != null) {
                visitor.accept(node);
            }
        }
    }
}
