package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.Applicability.either;
import static io.generaldomo.spec.conformance.Applicability.listening;
import static io.generaldomo.spec.conformance.Applicability.types;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.repeat;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.MORE;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.PING;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.WebSocketFrame;
import java.util.Arrays;
import java.util.List;

/** Messages to a peer that sends them back, at the sizes where WebSocket changes the form of a length; and subscriptions. */
final class MessageCases {
    /** Sockets that can send back what came, to the peer it came from. */
    static final Applicability ECHO = all(Talk.TRAFFIC, Applicability.echoes(), either(types("ROUTER", "SERVER"), all(connecting(), types("DEALER", "CLIENT", "PAIR"))));

    private MessageCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("message", "45/ZWS, Framing").applies(ECHO);
        for (int size : new int[] {0, 1, 124, 125, 126, 65_534, 65_535, 65_536, 1_000_000}) {
            list.must("size-" + size, "it takes and sends a message of " + size + " octets", Talk.of(talk -> echoes(talk, repeat('b', size))));
        }
        list.must("own-form", "its messages are binary, not fragmented, and tell their lengths in the shortest form", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.message(repeat('b', 124)), talk.message(repeat('b', 125)), talk.message(repeat('b', 65_534)), talk.message(repeat('b', 65_535)));
            for (int size : new int[] {124, 125, 65_534, 65_535}) {
                WebSocketFrame frame = talk.expectFrame("a message");
                Deviation.unless(frame.isBinary() && frame.isShortest() && frame.payload().length == 1 + size, "a message of " + size + " octets",
                        frame + ", with its length in " + frame.lengthIn());
            }
        }));
        list.must("order", "it keeps the order of a hundred messages in one segment", Talk.of(MessageCases::keepsOrder));
        list.interoperates("reserved-flags", "it ignores the reserved flags of a message", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.zmtp(0xfc, text("bits")));
            talk.hear(text("bits"));
        }));
        list.applies(ECHO, types("ROUTER", "DEALER", "PAIR"));
        list.must("parts", "it keeps the parts of a message", Talk.of(talk -> echoes(talk, text("a"), new byte[0], repeat('b', 70_000), new byte[0])));
        list.must("ping-within", "a Ping between its frames does not disturb a message", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.zmtp(MORE, text("one")), talk.frame(PING, new byte[0]));
            talk.expectPong();
            talk.send(talk.zmtp(0, text("two")));
            talk.hear(text("one"), text("two"));
        }));
        subscriptions(list);
        return list.cases();
    }

    private static void subscriptions(CaseList list) {
        list.clause("45/ZWS, Publish-Subscribe").applies(listening(), Talk.TRAFFIC, Applicability.echoes(), types("XPUB"));
        list.must("subscribes", "it takes a subscription that is a message", Talk.of(talk -> {
            talk.handshakeAs("SUB");
            talk.send(talk.message(text("\u0001A")));
            talk.hear(text("A"));
        }));
        list.must("unsubscribes", "it takes a cancellation that is a message", Talk.of(talk -> {
            talk.handshakeAs("SUB");
            talk.send(talk.message(text("\u0001B")));
            talk.hear(text("B"));
            talk.send(talk.message(text("\u0000B")), talk.message(text("\u0001C")));
            talk.hear(text("C"));
        }));
        list.applies(connecting(), Talk.TRAFFIC, types("SUB", "XSUB"));
        list.must("own-subscription", "its subscription is a message", Talk.of(talk -> {
            talk.handshake();
            Frame frame = talk.expectZmtp("a subscription");
            boolean isSubscription = frame.flags() == 0 && frame.body().length > 0 && frame.body()[0] == 1;
            Deviation.unless(isSubscription, "a message that begins with 01", frame.toString());
        }));
    }

    private static void echoes(WebSocketTalk talk, byte[]... parts) {
        talk.handshake();
        talk.send(talk.message(parts));
        talk.hear(parts);
    }

    private static void keepsOrder(WebSocketTalk talk) {
        talk.handshake();
        byte[][] messages = new byte[100][];
        Arrays.setAll(messages, at -> talk.message(number(at, 2)));
        talk.send(join(messages));
        for (int at = 0; at < messages.length; at++) {
            talk.hear(number(at, 2));
        }
    }
}
