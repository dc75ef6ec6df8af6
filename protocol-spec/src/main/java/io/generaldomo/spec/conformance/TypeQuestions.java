package io.generaldomo.spec.conformance;

import io.generaldomo.spec.conformance.wire.Metadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Asks a peer that wants to hear first whom it talks to, as a socket of each type. Stateless. */
final class TypeQuestions {
    /** The types that between them fit every type: those that more than one fits come first. */
    private static final List<String> CANDIDATES = List.of(
            "DEALER", "REQ", "ROUTER", "CLIENT", "SERVER", "REP", "PULL", "PUSH", "SUB", "PUB", "PAIR", "GATHER", "SCATTER", "DISH", "RADIO",
            "PEER", "CHANNEL");

    private TypeQuestions() {}

    /** Which types it announces in a handshake with a socket of some type. */
    static List<String> ask(Target target, PeerProfile peer, BiFunction<Dialogue, String, Metadata> handshake) throws IOException {
        List<String> types = new ArrayList<>();
        for (String candidate : CANDIDATES) {
            try (Dialogue dialogue = new Dialogue(target, peer, new Transcript())) {
                String type = handshake.apply(dialogue, candidate).socketType();
                if (!type.isEmpty() && !types.contains(type)) {
                    types.add(type);
                }
            } catch (Deviation refused) {
                // Not for a socket of this type.
            }
        }
        return List.copyOf(types);
    }
}
