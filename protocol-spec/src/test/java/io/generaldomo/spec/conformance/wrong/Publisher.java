package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.wire.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions of an XPUB over all its connections. It publishes the topic of every one that it hears of. Safe for use by several threads. */
final class Publisher {
    private final Map<Carrier, List<String>> subscriptions = new HashMap<>();
    private final Fault fault;

    Publisher(Fault fault) {
        this.fault = fault;
    }

    synchronized void subscribe(Carrier who, byte[] topic) {
        List<String> topics = subscriptions.computeIfAbsent(who, each -> new ArrayList<>());
        String text = Printable.hex(topic);
        if (fault != Fault.KEEPS_SUBSCRIPTIONS_IN_A_SET || !topics.contains(text)) {
            topics.add(text);
        }
        publish(topic);
    }

    synchronized void cancel(Carrier who, byte[] topic) {
        subscriptions.getOrDefault(who, new ArrayList<>()).remove(Printable.hex(topic));
        publish(topic);
    }

    synchronized void leave(Carrier who) {
        subscriptions.remove(who);
    }

    private void publish(byte[] topic) {
        String text = Printable.hex(topic);
        subscriptions.forEach((who, topics) -> {
            if (fault == Fault.DOES_NOT_FILTER || topics.stream().anyMatch(text::startsWith)) {
                try {
                    who.send(0, topic);
                } catch (IOException gone) {
                    // Its own thread finds out.
                }
            }
        });
    }
}
