package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.HttpHead;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Printable;
import io.generaldomo.spec.conformance.wire.WebSocketFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Dialogue} with a peer that speaks ZWS, from its beginning to its end: says frames ({@link WebSocketSpeech}), and expects others. The kit
 * asks a peer that listens for the upgrade, and answers one that connects. Beneath this are the octets of the dialogue, which a case may use as well.
 * Confined to the thread of the case.
 */
public final class WebSocketTalk extends WebSocketSpeech {
    private static final int LONGEST_HEAD = 16 * 1024;

    private boolean inTraffic;

    /**
     * Begins with a connection on which nothing was said.
     *
     * @param dialogue with the peer
     */
    public WebSocketTalk(Dialogue dialogue) {
        super(dialogue);
    }

    /**
     * Makes a second connection, which is closed together with this one.
     *
     * @return the connection, on which nothing has been sent
     * @throws IOException if there is none
     */
    public WebSocketTalk another() throws IOException {
        return new WebSocketTalk(dialogue.another());
    }

    /**
     * Expects the head of a request or an answer.
     *
     * @return what it says
     */
    public HttpHead expectHead() {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(HttpHead.END) < 0) {
            Deviation.unless(head.length() < LONGEST_HEAD, "a head of HTTP", head.length() + " octets without an empty line");
            head.append((char) (dialogue.expectOctets("a head of HTTP", 1)[0] & 0xff));
        }
        return HttpHead.parse(head.toString());
    }

    /**
     * Gets the connection upgraded.
     *
     * @return what the peer said: its answer if it listens, its request if it connects
     */
    public HttpHead upgrade() {
        return upgrade(subprotocol());
    }

    /**
     * Gets the connection upgraded to a subprotocol.
     *
     * @param subprotocol that is asked for, or chosen
     * @return what the peer said: its answer if it listens, its request if it connects
     */
    public HttpHead upgrade(String subprotocol) {
        if (isClient()) {
            send(Upgrade.request(subprotocol).octets());
            return expectUpgraded(subprotocol);
        }
        HttpHead request = expectHead();
        send(Upgrade.answer(request, subprotocol).octets());
        return request;
    }

    /**
     * Expects that the peer upgrades.
     *
     * @param subprotocol that it is to choose
     * @return its answer
     */
    public HttpHead expectUpgraded(String subprotocol) {
        HttpHead answer = expectHead();
        Deviation.unless(answer.status().equals("101"), "status 101", Printable.text(answer.startLine()));
        List<String> chosen = answer.values("Sec-WebSocket-Protocol");
        Deviation.unless(chosen.equals(List.of(subprotocol)), "the subprotocol " + subprotocol, Printable.text(chosen.toString()));
        return answer;
    }

    /** Expects that the peer does not upgrade: it answers with another status than 101, or closes. */
    public void expectNoUpgrade() {
        try {
            HttpHead answer = expectHead();
            Deviation.unless(!answer.status().equals("101"), "no upgrade", Printable.text(answer.startLine()));
        } catch (Deviation e) {
            if (!dialogue.isClosed()) {
                throw e;
            }
        }
    }

    /**
     * Gets upgraded, and goes through the handshake of NULL, as a socket that fits the peer's.
     *
     * @return what the peer announces
     */
    public Metadata handshake() {
        return handshakeAs(dialogue.peer().partner());
    }

    /**
     * The same.
     *
     * @param socketType that the kit announces
     * @return what the peer announces
     */
    public Metadata handshakeAs(String socketType) {
        upgrade();
        send(ready(socketType));
        return expectReady();
    }

    /**
     * Expects READY, after which there is traffic.
     *
     * @return what the peer announces
     */
    public Metadata expectReady() {
        Frame frame = expectZmtp("READY");
        Deviation.unless(frame.isCommand("READY"), "READY", frame.toString());
        inTraffic = true;
        return Metadata.of(frame.commandData().orElseThrow());
    }

    /**
     * Expects the next WebSocket frame.
     *
     * @param what it should be
     * @return the frame
     */
    public WebSocketFrame expectFrame(String what) {
        byte[] head = dialogue.expectOctets(what, 2);
        int length = head[1] & 0x7f;
        int more = length < 126 ? 0 : length == 126 ? 2 : 8;
        long size = more == 0 ? length : Octets.number(dialogue.expectOctets(what, more), 0, more);
        Deviation.unless(size >= 0 && size <= 1 << 24, what, "a WebSocket frame of " + Long.toUnsignedString(size) + " octets");
        byte[] mask = dialogue.expectOctets(what, (head[1] & 0x80) == 0 ? 0 : 4);
        byte[] payload = WebSocketFrame.exclusiveOr(dialogue.expectOctets(what, (int) size), mask);
        return new WebSocketFrame(head[0] & 0xff, mask, 1 + more, payload);
    }

    /** The next WebSocket frame, or nothing if the peer closes. */
    private Optional<WebSocketFrame> frameOrEnd(String what) {
        try {
            return Optional.of(expectFrame(what));
        } catch (Deviation e) {
            if (dialogue.isClosed()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Expects the next frame of ZMTP. Pings by the way are answered.
     *
     * @param what it should be
     * @return the frame
     */
    public Frame expectZmtp(String what) {
        WebSocketFrame frame = expectFrame(what);
        while (frame.first() == WebSocketFrame.PING) {
            send(frame(WebSocketFrame.PONG, frame.payload()));
            frame = expectFrame(what);
        }
        Deviation.unless(frame.isBinary(), what + " in a binary WebSocket message", frame.toString());
        return frame.zmtp();
    }

    /**
     * Expects a message that consists of these parts, after whatever commands the peer has to say.
     *
     * @param parts all of them
     */
    public void hear(byte[]... parts) {
        List<byte[]> heard = new ArrayList<>();
        Frame frame;
        do {
            frame = expectZmtp("a message");
            if (!frame.isCommand()) {
                heard.add(frame.body());
            }
        } while (heard.isEmpty() || frame.hasMore());
        Deviation.unless(Arrays.deepEquals(parts, heard.toArray()), "the message as it was sent", heard.size() + " parts, the last of them "
                + heard.get(heard.size() - 1).length + " octets");
    }

    /**
     * Expects Pong, after whatever messages the peer has to say.
     *
     * @return the frame
     */
    public WebSocketFrame expectPong() {
        WebSocketFrame frame;
        do {
            frame = expectFrame("a Pong");
        } while (frame.first() == WebSocketFrame.BINARY);
        Deviation.unless(frame.first() == WebSocketFrame.PONG, "a Pong", frame.toString());
        return frame;
    }

    /** Expects that the connection is alive and all that was said before has been digested: Ping is answered. */
    public void expectAlive() {
        send(frame(WebSocketFrame.PING, text("alive?")));
        expectPong();
    }

    /** Expects that the peer closes, or says Close. In traffic it is asked by Ping, so that a peer that stays is found out soon. */
    public void expectClosed() {
        if (inTraffic) {
            send(frame(WebSocketFrame.PING, text("closed?")));
        }
        String what = "Close, or the end of the connection";
        Optional<WebSocketFrame> frame = frameOrEnd(what);
        while (frame.isPresent() && frame.get().first() != WebSocketFrame.CLOSE) {
            Deviation.unless(frame.get().first() != WebSocketFrame.PONG, what, "a Pong");
            frame = frameOrEnd(what);
        }
    }

    /** Expects that the peer closes, and that nothing comes before but Close: what it got was no upgrade. */
    public void expectGone() {
        Optional<WebSocketFrame> frame = frameOrEnd("the end of the connection");
        Deviation.unless(frame.isEmpty() || frame.get().first() == WebSocketFrame.CLOSE, "the end of the connection",
                frame.map(WebSocketFrame::toString).orElse(""));
    }
}
