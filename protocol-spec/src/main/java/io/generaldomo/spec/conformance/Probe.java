package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Greeting;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out what a peer is. Its mechanism shows in its greeting, which comes for eleven octets of ours. Its socket type shows in its READY; a peer
 * that wants to see ours first is asked as a socket of each type.
 */
final class Probe {
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private final Target target;

    Probe(Target target) {
        this.target = target;
    }

    PeerProfile run() throws IOException {
        if (target.transport() == Transport.WEB_SOCKET) {
            return new WebSocketProbe(target).run();
        }
        PeerProfile peer = socket();
        return peer.inMajordomo(new MajordomoProbe(target, peer).run());
    }

    private PeerProfile socket() throws IOException {
        PeerProfile unknown = PeerProfile.unknown(target);
        PeerProfile greeted;
        try (Dialogue dialogue = new Dialogue(target, unknown, new Transcript())) {
            dialogue.send(Zmtp.signature(), hex("03"));
            Greeting greeting = dialogue.expectGreeting();
            greeted = unknown.greeting(greeting);
            if (greeting.mechanism().equals("NULL")) {
                List<String> told = told(dialogue);
                if (!told.isEmpty()) {
                    return greeted.announcing(told);
                }
            }
        } catch (Deviation e) {
            throw new IOException("the peer does not greet: " + e.getMessage(), e);
        }
        return greeted.announcing(TypeQuestions.ask(target, greeted, Dialogue::handshakeAs));
    }

    /** Completes the greeting, and sees whether READY comes by itself. */
    private List<String> told(Dialogue dialogue) {
        byte[] greeting = Zmtp.greeting("NULL");
        dialogue.send(Arrays.copyOfRange(greeting, 11, greeting.length));
        try {
            dialogue.expectSilence(HEAD_START);
            return List.of();
        } catch (Deviation spoke) {
            return types(dialogue);
        }
    }

    private static List<String> types(Dialogue dialogue) {
        try {
            Frame frame = dialogue.expectFrame("READY");
            Metadata metadata = Metadata.of(frame.commandData().orElse(join()));
            return frame.commandName().equals("READY") && !metadata.socketType().isEmpty() ? List.of(metadata.socketType()) : List.of();
        } catch (Deviation nothing) {
            return List.of();
        }
    }
}
