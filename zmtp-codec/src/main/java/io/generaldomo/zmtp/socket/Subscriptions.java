package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who of the peers that are connected has subscribed to what. A topic is a peer's once, however often it asks for it: it is for subscribers to count
 * (libzmq takes it so too, against RFC 37/ZMTP, "CANCEL"). Confined to the socket's event loop.
 */
final class Subscriptions {
    private final SubscriptionLimits limits;
    private final PrefixTree<Set<Subscriber>> topics = new PrefixTree<>();
    private final Map<LivePeer, Subscriber> subscribers = new HashMap<>();
    private final List<LivePeer> matched = new ArrayList<>();
    private long round;

    Subscriptions(SubscriptionLimits limits) {
        this.limits = limits;
    }

    private static final class Subscriber {
        final LivePeer peer;
        final Set<PrefixTree.Node<Set<Subscriber>>> nodes = new HashSet<>();
        long octets;
        /** When it was last found to match: several of its topics may. */
        long round;

        Subscriber(LivePeer peer) {
            this.peer = peer;
        }
    }

    /** The number of different topics. */
    int size() {
        return topics.size();
    }

    void join(LivePeer peer) {
        subscribers.put(peer, new Subscriber(peer));
    }

    /**
     * Adds a topic, of a peer that is here.
     *
     * @return whether it is the first who has this topic
     * @throws ZmtpException if that is one too many
     */
    boolean add(LivePeer peer, byte[] topic) {
        Subscriber subscriber = subscribers.get(peer);
        if (subscriber == null) {
            return false;
        }
        PrefixTree.Node<Set<Subscriber>> node = topics.at(topic, () -> new LinkedHashSet<>(2));
        Set<Subscriber> having = node.value();
        boolean first = having.isEmpty();
        if (having.add(subscriber)) {
            subscriber.nodes.add(node);
            subscriber.octets += topic.length;
            if (subscriber.nodes.size() > limits.topics() || subscriber.octets > limits.octets()) {
                throw new ZmtpException(Reason.LIMIT_EXCEEDED, "subscriptions to more than " + limits.topics() + " topics, or of more than "
                        + limits.octets() + " octets");
            }
        }
        return first;
    }

    /** Takes a topic of a peer back; whether nobody has it now. */
    boolean remove(LivePeer peer, byte[] topic) {
        Subscriber subscriber = subscribers.get(peer);
        PrefixTree.Node<Set<Subscriber>> node = topics.find(Unpooled.wrappedBuffer(topic));
        if (subscriber == null || node == null) {
            return node == null;
        }
        if (subscriber.nodes.remove(node)) {
            subscriber.octets -= topic.length;
            return drop(subscriber, node);
        }
        return false;
    }

    private boolean drop(Subscriber subscriber, PrefixTree.Node<Set<Subscriber>> node) {
        node.value().remove(subscriber);
        if (!node.value().isEmpty()) {
            return false;
        }
        topics.remove(node);
        return true;
    }

    /** Forgets a peer; what nobody else has subscribed to. */
    List<byte[]> leave(LivePeer peer) {
        Subscriber subscriber = subscribers.remove(peer);
        if (subscriber == null) {
            return List.of();
        }
        List<byte[]> orphaned = new ArrayList<>();
        for (PrefixTree.Node<Set<Subscriber>> node : subscriber.nodes) {
            byte[] topic = node.prefix();
            if (drop(subscriber, node)) {
                orphaned.add(topic);
            }
        }
        return orphaned;
    }

    /** The peers that want a message of which this is the first part. The list is good until the next call. */
    List<LivePeer> matching(ByteBuf first, Matching matching) {
        matched.clear();
        round++;
        topics.forEachPrefixOf(first, matching == Matching.PREFIX ? this::addAll : this::markAll);
        if (matching == Matching.INVERTED) {
            addAll(subscribers.values());
        }
        return matched;
    }

    /** The peers that have joined exactly this group. The list is good until the next call. */
    List<LivePeer> in(ByteBuf group) {
        matched.clear();
        round++;
        PrefixTree.Node<Set<Subscriber>> node = topics.find(group);
        if (node != null) {
            addAll(node.value());
        }
        return matched;
    }

    private void addAll(Iterable<Subscriber> all) {
        for (Subscriber subscriber : all) {
            if (subscriber.round != round) {
                subscriber.round = round;
                matched.add(subscriber.peer);
            }
        }
    }

    private void markAll(Iterable<Subscriber> all) {
        all.forEach(subscriber -> subscriber.round = round);
    }
}
