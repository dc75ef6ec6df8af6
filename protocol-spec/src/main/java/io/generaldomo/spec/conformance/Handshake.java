package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Zmtp.COMMAND;
import static io.generaldomo.spec.conformance.wire.Zmtp.command;
import static io.generaldomo.spec.conformance.wire.Zmtp.frame;
import static io.generaldomo.spec.conformance.wire.Zmtp.shortText;

import io.generaldomo.spec.conformance.curve.CurveClient;
import io.generaldomo.spec.conformance.curve.CurveServer;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Zmtp;

/** The kit's side of a good handshake after the greetings, by the peer's mechanism and role. */
final class Handshake {
    private final Dialogue dialogue;

    Handshake(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** Announces metadata; returns the peer's. */
    Metadata run(byte[] metadata) {
        try {
            return withMechanism(metadata);
        } catch (IllegalArgumentException e) {
            throw new Deviation("a key", e.getMessage());
        }
    }

    private Metadata withMechanism(byte[] metadata) {
        boolean isClient = dialogue.peer().role() == PeerRole.LISTENING;
        return switch (dialogue.peer().mechanism()) {
            case "NULL" -> withNull(metadata);
            case "PLAIN" -> isClient ? asPlainClient(metadata) : asPlainServer(metadata);
            case "CURVE" -> isClient ? asCurveClient(metadata) : asCurveServer(metadata);
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

    private Metadata asCurveClient(byte[] metadata) {
        CurveClient curve = new CurveClient(dialogue.credentials().serverKey(), dialogue.credentials().secretKey());
        dialogue.send(frame(COMMAND, curve.hello()));
        Deviation.unless(curve.welcome(body("WELCOME")), "a WELCOME that opens", "another");
        dialogue.send(frame(COMMAND, curve.initiate(metadata)));
        Metadata announced = curve.ready(body("READY")).orElseThrow(() -> new Deviation("a READY that opens", "another"));
        dialogue.encrypt(curve.traffic());
        return announced;
    }

    private Metadata asCurveServer(byte[] metadata) {
        CurveServer curve = new CurveServer(dialogue.credentials().secretKey());
        Deviation.unless(curve.hello(body("HELLO")), "a HELLO that opens", "another");
        dialogue.send(frame(COMMAND, curve.welcome()));
        Metadata announced = curve.initiate(body("INITIATE")).orElseThrow(() -> new Deviation("an INITIATE that opens", "another"));
        dialogue.send(frame(COMMAND, curve.ready(metadata)));
        dialogue.encrypt(curve.traffic());
        return announced;
    }

    private byte[] body(String name) {
        return Zmtp.commandBody(name, dialogue.expectCommand(name));
    }
}
