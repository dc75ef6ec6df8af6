package io.generaldomo.spec.conformance.wrong;

import io.generaldomo.spec.conformance.curve.CurveClient;
import io.generaldomo.spec.conformance.curve.CurveServer;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Metadata;
import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The handshake of CURVE. Its boxes are the kit's, which has vectors of others to prove them by; what is checked besides is not. */
final class CurveHandshake {
    private final Line line;
    private final Passport passport;
    private final Fault fault;

    CurveHandshake(Line line, Passport passport, Fault fault) {
        this.line = line;
        this.passport = passport;
        this.fault = fault;
    }

    Carrier ofServer() throws IOException {
        CurveServer curve = new CurveServer(WrongPeer.SERVER_SECRET);
        byte[] hello = expect("HELLO");
        if (hello.length != CurveServer.HELLO || !curve.hello(hello)) {
            if (fault == Fault.SAYS_ERROR_TO_A_BAD_HELLO) {
                line.sendCommand("ERROR", new byte[1]);
            }
            throw new Refusal("a malformed HELLO");
        }
        Refusal.unless(hello[6] == 1 && hello[7] == 0 || fault == Fault.TAKES_ANY_VERSION_OF_CURVE, "another version");
        line.send(Line.COMMAND, curve.welcome());
        byte[] initiate = expect("INITIATE");
        Metadata metadata = curve.initiate(initiate).orElseThrow(() -> new Refusal("a malformed INITIATE"));
        long number = Octets.number(initiate, 105, 8);
        Refusal.unless(Long.compareUnsigned(number, Octets.number(hello, 112, 8)) > 0, "a number that was used");
        passport.check(octets(metadata), line);
        line.send(Line.COMMAND, curve.ready(passport.own()));
        return new SealedCarrier(line, curve.traffic(), number, fault);
    }

    Carrier ofClient() throws IOException {
        CurveClient curve = new CurveClient(WrongPeer.SERVER_PUBLIC, new byte[0]);
        byte[] hello = curve.hello();
        hello[6] = fault == Fault.TAKES_ANY_VERSION_OF_CURVE ? (byte) 2 : 1;
        line.send(Line.COMMAND, hello);
        Refusal.unless(curve.welcome(expect("WELCOME")), "a malformed WELCOME");
        line.send(Line.COMMAND, curve.initiate(passport.own()));
        byte[] ready = expect("READY");
        passport.check(octets(curve.ready(ready).orElseThrow(() -> new Refusal("a malformed READY"))), line);
        return new SealedCarrier(line, curve.traffic(), Octets.number(ready, 6, 8), fault);
    }

    private byte[] expect(String name) throws IOException {
        Frame frame = line.frame(ClearHandshake.STRANGER);
        Refusal.unless(frame.isCommand(name), "no " + name);
        return frame.body();
    }

    private static byte[] octets(Metadata metadata) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (Metadata.Property property : metadata.properties()) {
            octets.write(Zmtp.property(property.name(), property.value()));
        }
        octets.write(metadata.leftover());
        return octets.toByteArray();
    }
}
