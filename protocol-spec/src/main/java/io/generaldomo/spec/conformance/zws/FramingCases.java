package io.generaldomo.spec.conformance.zws;

import static io.generaldomo.spec.conformance.Applicability.all;
import static io.generaldomo.spec.conformance.Applicability.connecting;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.BINARY;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.FIN;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.LAST_FRAGMENT;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.PING;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.TEXT;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.declaring;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.masked;
import static io.generaldomo.spec.conformance.wire.WebSocketFrame.unmasked;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Deviation;
import io.generaldomo.spec.conformance.WebSocketTalk;
import io.generaldomo.spec.conformance.wire.WebSocketFrame;
import java.util.Arrays;
import java.util.List;

/** WebSocket frames in traffic: masks, lengths, opcodes, fragments. */
final class FramingCases {
    private static final byte[] HI = hex("00 68 69");

    private FramingCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = Talk.group("framing", "RFC 6455, 5.1").applies(Talk.TRAFFIC);
        masks(list);
        headers(list);
        fragments(list);
        return list.cases();
    }

    private static void masks(CaseList list) {
        list.must("mask", "it closes for a frame that is masked the wrong way", Talk.of(talk ->
                refuses(talk, talk.isClient() ? unmasked(BINARY, HI) : masked(BINARY, HI))));
        list.must("own-mask", "it masks its frames if it is the client, and only then", Talk.of(talk -> {
            WebSocketFrame pong = pong(talk);
            Deviation.unless(pong.mask().length == (talk.isClient() ? 0 : 4), "a frame that is masked the right way", pong.mask().length + " octets of mask");
        }));
        list.clause("RFC 6455, 5.3").applies(all(connecting(), Talk.TRAFFIC));
        list.must("own-mask-new", "its frames have masks of their own", Talk.of(talk -> {
            byte[] first = pong(talk).mask();
            talk.send(talk.frame(PING, text("2")));
            Deviation.unless(!Arrays.equals(first, talk.expectPong().mask()), "another mask", "the same one");
        }));
        list.applies(Talk.TRAFFIC);
    }

    private static void headers(CaseList list) {
        list.clause("RFC 6455, 5.2");
        list.must("reserved-bit", "it closes for a reserved bit", Talk.of(talk -> refuses(talk, talk.frame(0x40 | BINARY, HI))));
        list.must("opcode-3", "it closes for a reserved opcode of data", Talk.of(talk -> refuses(talk, talk.frame(FIN | 0x3, HI))));
        list.must("opcode-11", "it closes for a reserved opcode of control", Talk.of(talk -> refuses(talk, talk.frame(FIN | 0xb, HI))));
        list.must("length-2e63", "it closes for a length of 2^63", Talk.of(talk -> refuses(talk, declaring(talk.isClient(), Long.MIN_VALUE))));
        list.must("length-2e64-1", "it closes for a length of 2^64-1", Talk.of(talk -> refuses(talk, declaring(talk.isClient(), -1))));
        list.must("own-length", "it tells lengths in the shortest form", Talk.of(talk -> {
            WebSocketFrame pong = pong(talk);
            Deviation.unless(pong.isShortest(), "one octet of length", pong.lengthIn() + " octets");
        }));
        list.must("octet-by-octet", "it takes a frame that comes octet by octet", Talk.of(talk -> {
            talk.handshake();
            talk.dialogue().sendOneByOne(talk.frame(PING, text("slow")));
            talk.expectPong();
        }));
        list.clause("RFC 6455, 10.4");
        list.should("length-2e40", "it does not wait for a message of a terabyte", Talk.of(talk -> refuses(talk, declaring(talk.isClient(), 1L << 40))));
        list.clause("45/ZWS, Implementation");
        list.must("text", "it closes for a message of text", Talk.of(talk -> refuses(talk, talk.frame(TEXT, text("hello")))));
        list.clause("45/ZWS, Framing");
        list.must("empty", "it closes for a message without flags", Talk.of(talk -> refuses(talk, talk.frame(BINARY, new byte[0]))));
    }

    private static void fragments(CaseList list) {
        list.clause("RFC 6455, 5.4");
        list.must("continuation-alone", "it closes for a continuation of nothing", Talk.of(talk -> refuses(talk, talk.frame(LAST_FRAGMENT, HI))));
        list.must("within-fragments", "it closes for a message between the fragments of another", Talk.of(talk ->
                refuses(talk, join(talk.frame(BINARY & ~FIN, HI), talk.frame(BINARY, HI)))));
        list.must("ping-within-fragments", "it answers Ping between the fragments of a message", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.frame(BINARY & ~FIN, HI), talk.frame(PING, text("within")));
            talk.expectPong();
        }));
        list.applies(MessageCases.ECHO);
        list.must("fragments", "it puts the fragments of a message together", Talk.of(talk -> {
            talk.handshake();
            talk.send(talk.frame(BINARY & ~FIN, HI), talk.frame(0, text(" th")), talk.frame(0, new byte[0]), talk.frame(LAST_FRAGMENT, text("ere")));
            talk.hear(text("hi there"));
        }));
    }

    private static WebSocketFrame pong(WebSocketTalk talk) {
        talk.handshake();
        talk.send(talk.frame(PING, text("1")));
        return talk.expectPong();
    }

    private static void refuses(WebSocketTalk talk, byte[] octets) {
        talk.handshake();
        talk.send(octets);
        talk.expectClosed();
    }
}
