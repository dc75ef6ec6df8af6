package io.generaldomo.spec.sniff;

import java.util.List;

/** What a message says: a Majordomo command of any dialect, a subscription, or nothing in particular. Stateless. */
final class MessageText {
    private MessageText() {}

    static void describe(List<Part> parts, Speaker speaker, Speaker peer, Line line) {
        if (speaker.subscribes() && parts.size() == 1 && isSubscription(parts.get(0))) {
            Part part = parts.get(0);
            Part topic = part.slice(1, part.size() - 1);
            line.word("name", part.octets()[0] == 1 ? "SUBSCRIBE" : "CANCEL").word(Escape.quoted(topic, 64));
            line.word("(as a message)").field("topic", Escape.printable(topic.octets(), topic.octets().length));
        } else if (!MajordomoText.describe(parts, isBroker(speaker, peer), line)) {
            line.word("message").parts(parts, "part");
        }
    }

    private static boolean isSubscription(Part part) {
        return part.octets().length > 0 && (part.octets()[0] == 0 || part.octets()[0] == 1);
    }

    /** Three answers, since both types are known only after the handshake was seen. */
    private static Direction isBroker(Speaker speaker, Speaker peer) {
        Boolean itself = speaker.isBroker();
        if (itself == null && peer.isBroker() != null) {
            itself = !peer.isBroker();
        }
        return itself == null ? Direction.UNKNOWN : itself ? Direction.FROM_BROKER : Direction.TO_BROKER;
    }

    /** Which way a Majordomo command goes. */
    enum Direction {
        TO_BROKER,
        FROM_BROKER,
        UNKNOWN
    }
}
