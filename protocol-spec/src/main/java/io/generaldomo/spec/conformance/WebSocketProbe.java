package io.generaldomo.spec.conformance;

import io.generaldomo.spec.conformance.wire.HttpHead;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Finds out what a peer over WebSocket is. Its mechanism shows in the subprotocol that it takes, or offers; its socket type in READY, which is only
 * asked for with NULL: a peer that wants to see ours first is asked as a socket of each type.
 */
final class WebSocketProbe {
    private static final Duration HEAD_START = Duration.ofMillis(500);
    private static final List<String> MECHANISMS = List.of("NULL", "PLAIN", "CURVE");

    private final Target target;
    private final PeerProfile unknown;

    WebSocketProbe(Target target) {
        this.target = target;
        this.unknown = PeerProfile.unknown(target);
    }

    PeerProfile run() throws IOException {
        String mechanism = unknown.role() == PeerRole.LISTENING ? taken() : offered();
        PeerProfile peer = unknown.speaking(mechanism);
        return mechanism.equals("NULL") ? peer.announcing(types(peer)) : peer;
    }

    /** A peer that connects, and one of libzmq's, tells by itself. */
    private List<String> types(PeerProfile peer) throws IOException {
        try (Dialogue dialogue = new Dialogue(target, peer, new Transcript())) {
            WebSocketTalk talk = new WebSocketTalk(dialogue);
            talk.upgrade();
            if (dialogue.octetsWithin(HEAD_START) > 0) {
                return List.of(talk.expectReady().socketType());
            }
        } catch (Deviation unclear) {
            // It is asked.
        }
        return TypeQuestions.ask(target, peer, (dialogue, type) -> new WebSocketTalk(dialogue).handshakeAs(type));
    }

    private String taken() throws IOException {
        String last = "";
        for (String mechanism : MECHANISMS) {
            try (Dialogue dialogue = new Dialogue(target, unknown.speaking(mechanism), new Transcript())) {
                new WebSocketTalk(dialogue).upgrade();
                return mechanism;
            } catch (Deviation refused) {
                last = refused.getMessage();
            }
        }
        throw new IOException("the peer takes no subprotocol of ZWS 2.0: " + last);
    }

    private String offered() throws IOException {
        try (Dialogue dialogue = new Dialogue(target, unknown, new Transcript())) {
            HttpHead request = new WebSocketTalk(dialogue).expectHead();
            List<String> offers = request.values("Sec-WebSocket-Protocol");
            return MECHANISMS.stream().filter(each -> offers.contains(Upgrade.subprotocol(each))).findFirst()
                    .orElseThrow(() -> new IOException("the peer offers no subprotocol of ZWS 2.0"));
        } catch (Deviation e) {
            throw new IOException("the peer does not ask for a WebSocket: " + e.getMessage(), e);
        }
    }
}
