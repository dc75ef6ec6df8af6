package io.generaldomo.spec.conformance.wrong;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What sits on the socket of a {@link WrongPeer}: sends back, asks, publishes or subscribes. Confined to the thread of its connection. */
final class Application {
    private static final byte[] NOTHING = {};

    private final Guise guise;
    private final Fault fault;
    private final Carrier carrier;
    private final Publisher publisher;

    Application(Guise guise, Fault fault, Carrier carrier, Publisher publisher) {
        this.guise = guise;
        this.fault = fault;
        this.carrier = carrier;
        this.publisher = publisher;
    }

    /** Begins when the handshake is done, with a peer of some minor version. */
    void begin(int minor) throws IOException {
        if (guise == Guise.REQ) {
            if (fault == Fault.REQ_ASKS_WITHOUT_DELIMITER) {
                send(List.of(text("question")));
            } else {
                send(List.of(NOTHING, text("question")));
            }
        } else if (guise == Guise.DISH) {
            carrier.send(Line.COMMAND, Line.commandBody("JOIN", text("group")));
        } else if (guise == Guise.SUB) {
            boolean byCommand = fault == Fault.SUBSCRIBES_BY_COMMAND_ONLY || minor > 0 && fault != Fault.SUBSCRIBES_BY_MESSAGE_ONLY;
            if (byCommand) {
                carrier.send(Line.COMMAND, Line.commandBody("SUBSCRIBE", text("A")));
            } else {
                carrier.send(0, new byte[] {1, 'A'});
            }
        }
    }

    void onMessage(List<byte[]> parts) throws IOException {
        switch (guise) {
            case ROUTER, PLAIN_SERVER, CURVE_SERVER, DEALER, PAIR, PAIR_BOUND, PLAIN_CLIENT, CURVE_CLIENT -> send(parts);
            case REP -> reply(parts);
            case SERVER, CLIENT, PEER, CHANNEL -> serve(parts);
            case REQ -> Refusal.unless(parts.size() > 1 && parts.get(0).length == 0 || fault == Fault.REQ_TAKES_ANY_REPLY, "a reply without a delimiter");
            case XPUB -> onOldSubscription(parts.get(0));
            case DISH -> Refusal.unless(parts.size() == 2 && parts.get(0).length <= 255 || fault == Fault.DISH_TAKES_ANY_PARTS, "no group and body");
            case PUSH -> Refusal.unless(fault != Fault.PUSH_CLOSES_FOR_MESSAGES, "a message");
            case PULL -> {
                if (fault == Fault.PULL_ANSWERS) {
                    send(parts);
                }
            }
            case RADIO, SUB, GATHER, SCATTER -> { }
        }
    }

    private void reply(List<byte[]> parts) throws IOException {
        int delimiter = 0;
        while (delimiter < parts.size() && parts.get(delimiter).length > 0) {
            delimiter++;
        }
        if (delimiter >= parts.size() - 1) {
            Refusal.unless(fault != Fault.REP_CLOSES_WITHOUT_DELIMITER, "no delimiter");
        } else {
            send(fault == Fault.REP_LOSES_ADDRESSES ? parts.subList(delimiter, parts.size()) : parts);
        }
    }

    private void serve(List<byte[]> parts) throws IOException {
        Refusal.unless(parts.size() == 1 || fault != Fault.CLOSES_FOR_PARTS, "several parts");
        if (parts.size() == 1 || fault == Fault.DELIVERS_PARTS_ONE_BY_ONE) {
            for (byte[] part : parts) {
                send(List.of(part));
            }
        }
    }

    private void onOldSubscription(byte[] message) {
        if (message.length > 0 && message[0] >>> 1 == 0 && fault != Fault.KNOWS_NO_OLD_SUBSCRIPTIONS) {
            subscribe(message[0] == 1, Arrays.copyOfRange(message, 1, message.length));
        }
    }

    void onCommand(String name, byte[] data) throws IOException {
        Refusal.unless(fault != Fault.DISH_CLOSES_FOR_COMMANDS, name);
        Refusal.unless(fault != Fault.RADIO_REFUSES_LONG_GROUPS || data.length < 255, "a long group");
    }

    void onSubscription(boolean begins, byte[] topic, byte[] body) throws IOException {
        if (guise == Guise.XPUB && fault != Fault.KNOWS_NO_SUBSCRIBE) {
            subscribe(begins, topic);
        } else if (fault == Fault.DELIVERS_COMMANDS) {
            onMessage(List.of(body));
        }
    }

    private void subscribe(boolean begins, byte[] topic) {
        if (begins) {
            publisher.subscribe(carrier, topic);
        } else {
            publisher.cancel(carrier, topic);
        }
    }

    private void send(List<byte[]> parts) throws IOException {
        for (int at = 0; at < parts.size(); at++) {
            carrier.send(at + 1 < parts.size() ? Line.MORE : 0, parts.get(at));
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
