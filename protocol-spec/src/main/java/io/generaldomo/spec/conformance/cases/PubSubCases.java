package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.echo;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.greeting;
import static io.generaldomo.spec.conformance.wire.Zmtp.message;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Printable;
import java.io.IOException;
import java.util.List;

/**
 * Subscriptions, as commands of 3.1 and as messages of 3.0. An XPUB that echoes publishes the topic of every subscription and cancellation that
 * it hears of, as a message.
 */
final class PubSubCases {
    private PubSubCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/pubsub", "37/ZMTP, The Publish-Subscribe Pattern");
        publisher(list);
        echoing(list);
        subscriber(list);
        return list.cases();
    }

    private static void publisher(CaseList list) {
        list.applies(traffic(), types("PUB", "XPUB"));
        list.must("subscribe", "it takes SUBSCRIBE", d -> survives(d, subscribe("A")));
        list.must("subscribe-all", "it takes SUBSCRIBE to everything", d -> survives(d, subscribe("")));
        list.must("subscribe-long", "it takes SUBSCRIBE in the long form", d -> survives(d, command("SUBSCRIBE", repeat('t', 300))));
        list.must("cancel", "it takes CANCEL", d -> survives(d, join(subscribe("A"), cancel("A"))));
        list.interoperates("cancel-unknown", "it takes CANCEL of what was not subscribed", d -> survives(d, cancel("B")));
        list.clause("23/ZMTP, The Publish-Subscribe Pattern");
        list.interoperates("subscribe-message", "it takes a subscription in the form of 3.0", d -> survives(d, join(oldForm(1, "A"), oldForm(0, "A"))));
        list.interoperates("message-other", "it takes a message that is no subscription", d -> survives(d, message(text("hello"))));
        list.interoperates("message-empty", "it takes an empty message", d -> survives(d, message(new byte[0])));
    }

    private static void echoing(CaseList list) {
        list.clause("37/ZMTP, The Publish-Subscribe Pattern").applies(echo(), types("XPUB"), listening());
        // J2: JeroMQ does not know the commands.
        list.must("delivers", "it delivers what was subscribed by SUBSCRIBE", d -> subscribes(d, subscribe("A"), "A"));
        list.must("delivers-prefix", "it delivers what begins with a subscription", d -> {
            subscribes(d, subscribe("AB"), "AB");
            another(d, "ABC");
            d.hear(text("ABC"));
        });
        list.must("delivers-all", "it delivers everything to the empty subscription", d -> {
            d.handshakeAs("SUB");
            d.send(subscribe(""));
            awaits(d, "");
            another(d, "B");
            awaits(d, "B");
        });
        list.must("filters", "it does not deliver what was not subscribed", d -> {
            subscribes(d, subscribe("C"), "C");
            another(d, "D");
            subscribes(d, "E");
        });
        list.must("cancels", "it does not deliver what was cancelled", d -> {
            subscribes(d, subscribe("F"), "F");
            d.send(cancel("F"));
            subscribes(d, "G");
        });
        // D15: to libzmq a second subscription is none.
        list.must("counts", "two subscriptions to the same need two CANCELs", d -> {
            subscribes(d, subscribe("H"), "H");
            d.send(subscribe("H"), cancel("H"));
            d.expectAlive();
            another(d, "HH");
            awaits(d, "HH");
        });
        list.clause("23/ZMTP, The Publish-Subscribe Pattern");
        list.interoperates("delivers-message", "it delivers what was subscribed in the form of 3.0", d -> subscribes(d, oldForm(1, "K"), "K"));
        list.interoperates("cancels-message", "it takes a cancellation in the form of 3.0", d -> {
            subscribes(d, oldForm(1, "L"), "L");
            d.send(oldForm(0, "L"));
            d.send(oldForm(1, "M"));
            d.hear(text("M"));
        });
    }

    /** What it publishes on account of others may come before. */
    private static void awaits(Dialogue d, String topic) {
        while (!Printable.text(d.expectMessage().get(0)).equals(topic)) {
            // goes on
        }
    }

    /** Begins as a subscriber, and hears of its subscription. */
    private static void subscribes(Dialogue d, byte[] subscription, String topic) {
        d.handshakeAs("SUB");
        d.send(subscription);
        d.hear(text(topic));
    }

    /** Subscribes once more, and hears of that next. */
    private static void subscribes(Dialogue d, String topic) {
        d.send(subscribe(topic));
        d.hear(text(topic));
    }

    /** Makes the peer publish a topic because another subscribes to it. */
    private static void another(Dialogue d, String topic) throws IOException {
        subscribes(d.another(), subscribe(topic), topic);
    }

    private static void subscriber(CaseList list) {
        list.clause("37/ZMTP, The Publish-Subscribe Pattern").applies(traffic(), types("SUB", "XSUB"), connecting(), mechanism("NULL"));
        // J3: JeroMQ announces 3.0 and always sends messages.
        list.must("own-subscribe", "it sends SUBSCRIBE to a publisher of 3.1", d -> {
            d.handshake();
            d.expectCommand("SUBSCRIBE");
        });
        list.clause("23/ZMTP, The Publish-Subscribe Pattern");
        list.must("own-subscribe-message", "it sends a message to a publisher of 3.0", d -> {
            d.send(greeting(3, 0, "NULL", 0));
            d.expectGreeting();
            d.send(ready("PUB"));
            d.expectCommand("READY");
            Frame frame = d.expectFrame("a subscription");
            boolean isSubscription = !frame.isCommand() && frame.body().length > 0 && frame.body()[0] == 1;
            Deviation.unless(isSubscription, "a message that begins with 01", frame + " " + Printable.hex(frame.body()));
        });
        list.interoperates("unsubscribed", "it keeps the connection when it gets what it did not subscribe to", d -> {
            d.handshake();
            d.send(message(text("~~~ nobody subscribes to this"), text("body")));
            d.expectAlive();
        });
    }

    private static byte[] subscribe(String topic) {
        return command("SUBSCRIBE", text(topic));
    }

    private static byte[] cancel(String topic) {
        return command("CANCEL", text(topic));
    }

    private static byte[] oldForm(int verb, String topic) {
        return frame(0, join(verb == 1 ? hex("01") : hex("00"), text(topic)));
    }

    private static void survives(Dialogue d, byte[] octets) {
        d.handshakeAs("SUB");
        d.send(octets);
        d.expectAlive();
    }
}
