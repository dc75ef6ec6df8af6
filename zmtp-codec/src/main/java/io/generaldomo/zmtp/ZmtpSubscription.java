package io.generaldomo.zmtp;

import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;

/**
 * What a subscriber tells a publisher about the messages that it wants (RFC 37/ZMTP, "SUBSCRIBE", "CANCEL"; 48/RADISH, "JOIN", "LEAVE").
 *
 * <p>Travels a pipeline of PUB, XPUB or RADIO upwards and one of SUB, XSUB or DISH downwards, in between the {@link ZmtpMessage}s; in which of its
 * forms it goes over the wire, as a command or as a message, is the codec's business. Immutable and thread-safe.
 */
public final class ZmtpSubscription {
    /** The kinds of wish. */
    public enum Verb {
        /** Send me messages that begin with this. */
        SUBSCRIBE,
        /** Do not any more. */
        CANCEL,
        /** Send me messages of this group. */
        JOIN,
        /** Do not any more. */
        LEAVE;

        /**
         * Whether this asks for messages.
         *
         * @return true for SUBSCRIBE and JOIN, false for what takes them back
         */
        public boolean asks() {
            return this == SUBSCRIBE || this == JOIN;
        }
    }

    private final Verb verb;
    private final byte[] topic;

    /**
     * A wish.
     *
     * @param verb its kind
     * @param topic the beginning of messages, or the name of a group; copied
     */
    public ZmtpSubscription(Verb verb, byte[] topic) {
        this.verb = verb;
        this.topic = topic.clone();
    }

    /**
     * The kind of this wish.
     *
     * @return the verb
     */
    public Verb verb() {
        return verb;
    }

    /**
     * The beginning of messages, or the name of a group.
     *
     * @return a copy
     */
    public byte[] topic() {
        return topic.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZmtpSubscription that && verb == that.verb && Arrays.equals(topic, that.topic);
    }

    @Override
    public int hashCode() {
        return 31 * verb.hashCode() + Arrays.hashCode(topic);
    }

    /** The octets in hexadecimal, so that a peer's choice of them cannot forge a log line. */
    @Override
    public String toString() {
        return verb + " " + ByteBufUtil.hexDump(topic);
    }
}
