package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.wire.Metadata;

/** The kit's side of a good handshake after the greetings, by the peer's mechanism and role. */
final class Handshake {
    private final Dialogue dialogue;

    Handshake(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** Announces metadata; returns the peer's. */
    Metadata run(byte[] metadata) {
        boolean isClient = dialogue.peer().role() == PeerRole.LISTENING;
        return switch (dialogue.peer().mechanism()) {
            case "NULL" -> withNull(metadata);
            case "PLAIN" -> isClient ? asPlainClient(metadata) : asPlainServer(metadata);
            default -> throw new Deviation("a mechanism that the kit knows", dialogue.peer().mechanism());
        };
    }

    private Metadata withNull(byte[] metadata) {
        dialogue.send(command("READY", metadata));
        return Metadata.of(dialogue.expectCommand("READY"));
    }

    private Metadata asPlainClient(byte[] metadata) {
        Credentials known = dialogue.credentials();
        dialogue.send(command("HELLO", shortText(known.user()), shortText(known.password())));
        dialogue.expectCommand("WELCOME");
        dialogue.send(command("INITIATE", metadata));
        return Metadata.of(dialogue.expectCommand("READY"));
    }

    private Metadata asPlainServer(byte[] metadata) {
        dialogue.expectCommand("HELLO");
        dialogue.send(command("WELCOME"));
        Metadata announced = Metadata.of(dialogue.expectCommand("INITIATE"));
        dialogue.send(command("READY", metadata));
        return announced;
    }
}
