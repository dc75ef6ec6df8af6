package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.SocketTypes;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Metadata.Property;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The metadata of a {@link WrongPeer}, and what it makes of those of others. */
final class Passport {
    private final Guise guise;
    private final Fault fault;

    Passport(Guise guise, Fault fault) {
        this.guise = guise;
        this.fault = fault;
    }

    byte[] own() {
        return Zmtp.property("Socket-Type", guise.type.getBytes(StandardCharsets.US_ASCII));
    }

    /** Closes if there is something wrong; says ERROR before where that can be said in the clear. */
    void check(byte[] octets, Line line) throws IOException {
        Metadata metadata = Metadata.of(octets);
        Refusal.unless(metadata.leftover().length == 0 || fault == Fault.IGNORES_END_OF_METADATA, "malformed metadata");
        for (Property property : metadata.properties()) {
            String name = property.name();
            if (isNamed(name, "Socket-Type")) {
                checkType(property.text(), line);
            } else if (isNamed(name, "Identity")) {
                checkIdentity(property.value());
            } else {
                Refusal.unless(fault != Fault.REFUSES_UNKNOWN_PROPERTIES, "an unknown property");
            }
        }
    }

    private boolean isNamed(String name, String known) {
        return fault == Fault.COMPARES_CASE_OF_NAMES ? name.equals(known) : name.equalsIgnoreCase(known);
    }

    private void checkType(String type, Line line) throws IOException {
        if (SocketTypes.partners(guise.type).contains(type) || fault == Fault.ACCEPTS_WRONG_SOCKET_TYPE) {
            return;
        }
        if (fault != Fault.CLOSES_WITHOUT_ERROR) {
            line.sendCommand("ERROR", new byte[] {3, 'n', 'o', '!'});
        }
        throw new Refusal("another socket type");
    }

    private void checkIdentity(byte[] identity) throws IOException {
        if (List.of("ROUTER", "REP").contains(guise.type) && fault != Fault.TAKES_ANY_IDENTITY) {
            Refusal.unless(identity.length <= 255 && (identity.length == 0 || identity[0] != 0), "no identity");
        }
    }
}
