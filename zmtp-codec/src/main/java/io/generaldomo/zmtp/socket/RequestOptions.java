package io.generaldomo.zmtp.socket;

/**
 * How a REQ tells replies apart, and what a request does to the one before it.
 *
 * @param pairing what makes a reply the reply to a request
 * @param order what a request does to one that is not answered yet
 */
public record RequestOptions(Pairing pairing, Order order) {
    /** Replies belong to a connection, requests wait for each other. */
    public static final RequestOptions DEFAULT = new RequestOptions(Pairing.BY_CONNECTION, Order.STRICT);

    /** What makes a reply the reply to a request. */
    public enum Pairing {
        /** That it comes from the peer that was asked. To give a request up that was sent, the connection has to end. */
        BY_CONNECTION,
        /** Besides, a number in front of the delimiter, which peers send back with it: libzmq's "correlate". Late replies are dropped. */
        BY_NUMBER
    }

    /** What a request does to one that is not answered yet. */
    public enum Order {
        /** It waits. */
        STRICT,
        /** It takes its place; the earlier one is cancelled: libzmq's "relaxed". */
        RELAXED
    }
}
