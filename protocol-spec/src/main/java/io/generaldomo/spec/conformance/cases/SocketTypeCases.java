package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.Applicability;
import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.SocketTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which socket types the peer lets in: two cases for each type that there is, of which one applies, and some for those that there are not. The
 * text demands that a peer takes what fits, and recommends that it refuses the others.
 */
final class SocketTypeCases {
    private SocketTypeCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/socket-type", "37/ZMTP, The Socket-Type Property");
        for (String type : SocketTypes.all()) {
            String name = type.toLowerCase(Locale.ROOT);
            list.applies(traffic(), mechanism("NULL"), fits(type));
            list.must("takes-" + name, "it takes a " + type, d -> takes(d, type));
            list.applies(traffic(), mechanism("NULL"), fitsNot(type));
            list.should("refuses-" + name, "it refuses a " + type, d -> refuses(d, type));
        }
        list.applies(traffic(), mechanism("NULL"));
        list.should("unknown", "it refuses a socket type that does not exist", d -> refuses(d, "BROKER"));
        list.should("empty", "it refuses an empty socket type", d -> refuses(d, ""));
        list.should("longer", "it refuses a socket type that begins with one that fits", d -> refuses(d, d.peer().partner() + "S"));
        // Fact 2.2: the value is compared exactly.
        list.interoperates("lower-case", "it refuses a socket type in lower case", d -> refuses(d, d.peer().partner().toLowerCase(Locale.ROOT)));
        list.interoperates("trailing-zero", "it refuses a socket type with a zero octet behind it", d -> refuses(d, d.peer().partner() + '\0'));
        // D11: libzmq closes without a word.
        list.should("error", "it says ERROR to a peer whose socket type does not fit", d -> {
            d.greet();
            d.send(ready("BROKER"));
            d.expectError();
        });
        return list.cases();
    }

    private static Applicability fits(String type) {
        return peer -> peer.takes(type) ? Optional.empty() : Optional.of("a " + type + " does not fit the peer");
    }

    private static Applicability fitsNot(String type) {
        return peer -> peer.takes(type) ? Optional.of("a " + type + " fits the peer") : Optional.empty();
    }

    private static void takes(Dialogue d, String type) {
        d.handshakeAs(type);
        if (!d.peer().isOneOf("RADIO", "DISH")) {
            d.expectAlive(); // a peer that sends READY first has not judged ours yet
        }
    }

    private static void refuses(Dialogue d, String type) {
        d.greet();
        d.send(ready(type));
        d.expectClosed();
    }
}
