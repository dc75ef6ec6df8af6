package io.generaldomo.spec.conformance.cases;

import static io.generaldomo.spec.conformance.Applicability.mechanism;
import static io.generaldomo.spec.conformance.Applicability.traffic;
import static io.generaldomo.spec.conformance.wire.Zmtp.ready;

import io.generaldomo.spec.conformance.CaseList;
import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.SocketTypes;
import java.util.List;
import java.util.Locale;

/** Which socket types the peer lets in: a case for each type that there is, and for some that there are not. */
final class SocketTypeCases {
    private SocketTypeCases() {}

    static List<ConformanceCase> cases() {
        CaseList list = new CaseList("zmtp/3.1/socket-type", "37/ZMTP, The Socket-Type Property").applies(traffic(), mechanism("NULL"));
        for (String type : SocketTypes.all()) {
            list.must(type.toLowerCase(Locale.ROOT), "it takes " + type + " if that fits its own type, and refuses it if not", d -> judges(d, type));
        }
        list.must("unknown", "it refuses a socket type that does not exist", d -> refuses(d, "BROKER"));
        list.must("empty", "it refuses an empty socket type", d -> refuses(d, ""));
        list.must("longer", "it refuses a socket type that begins with one that fits", d -> refuses(d, d.peer().partner() + "S"));
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

    private static void judges(Dialogue d, String type) {
        if (!d.peer().takes(type)) {
            refuses(d, type);
            return;
        }
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
