package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.WebSocketFrame;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.util.Arrays;

/** What a case says to a peer over WebSocket. Confined to the thread of the case. */
public abstract class WebSocketSpeech {
    final Dialogue dialogue;

    WebSocketSpeech(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /**
     * The octets beneath.
     *
     * @return the dialogue
     */
    public final Dialogue dialogue() {
        return dialogue;
    }

    /**
     * Whether the kit is the client.
     *
     * @return false if the peer is
     */
    public final boolean isClient() {
        return dialogue.peer().role() == PeerRole.LISTENING;
    }

    /**
     * The subprotocol of the peer's mechanism.
     *
     * @return as {@code ZWS2.0/NULL}
     */
    public final String subprotocol() {
        return Upgrade.subprotocol(dialogue.peer().mechanism());
    }

    /**
     * Says octets.
     *
     * @param octets in their order
     */
    public final void send(byte[]... octets) {
        dialogue.send(octets);
    }

    /**
     * A WebSocket frame, masked if the kit is the client.
     *
     * @param first   its first octet
     * @param payload of it
     * @return octets
     */
    public final byte[] frame(int first, byte[] payload) {
        return isClient() ? WebSocketFrame.masked(first, payload) : WebSocketFrame.unmasked(first, payload);
    }

    /**
     * A frame of ZMTP.
     *
     * @param flags of 45/ZWS
     * @param body  of it
     * @return octets
     */
    public final byte[] zmtp(int flags, byte[] body) {
        return frame(WebSocketFrame.BINARY, join(number(flags, 1), body));
    }

    /**
     * A message of ZMTP.
     *
     * @param parts each goes into a frame
     * @return octets
     */
    public final byte[] message(byte[]... parts) {
        byte[][] frames = new byte[parts.length][];
        Arrays.setAll(frames, at -> zmtp(at + 1 < parts.length ? WebSocketFrame.MORE : 0, parts[at]));
        return join(frames);
    }

    /**
     * A command of ZMTP.
     *
     * @param name of it
     * @param data what follows the name
     * @return octets
     */
    public final byte[] command(String name, byte[]... data) {
        return zmtp(WebSocketFrame.COMMAND, Zmtp.commandBody(name, data));
    }

    /**
     * READY that announces a socket type.
     *
     * @param socketType its name
     * @return octets
     */
    public final byte[] ready(String socketType) {
        return command("READY", Zmtp.property("Socket-Type", text(socketType)));
    }
}
