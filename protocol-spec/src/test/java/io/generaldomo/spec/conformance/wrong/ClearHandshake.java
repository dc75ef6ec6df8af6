package io.generaldomo.spec.conformance.wrong;

import static io.generaldomo.spec.conformance.wrong.WrongPeer.PASSWORD;
import static io.generaldomo.spec.conformance.wrong.WrongPeer.USER;

import io.generaldomo.spec.conformance.PeerRole;
import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.IOException;
import java.util.Arrays;

/** The handshakes of NULL and PLAIN. */
final class ClearHandshake {
    static final int STRANGER = 64 * 1024;

    private final Line line;
    private final Passport passport;
    private final Fault fault;

    ClearHandshake(Line line, Passport passport, Fault fault) {
        this.line = line;
        this.passport = passport;
        this.fault = fault;
    }

    /** Who connects is first. */
    void ofNull(PeerRole role) throws IOException {
        boolean isFirst = role == PeerRole.CONNECTING || fault == Fault.SENDS_READY_UNASKED;
        if (isFirst) {
            line.sendCommand("READY", passport.own());
        }
        if (fault == Fault.SPEAKS_BEFORE_READY) {
            line.sendCommand("GOODDAY");
        }
        while (true) {
            Frame frame = line.frame(STRANGER);
            boolean isReady = frame.commandName().equals("READY") && !frame.hasMore();
            if (isReady) {
                passport.check(frame.commandData().orElseThrow(), line);
                Refusal.unless(!line.hasMore() || fault != Fault.CLOSES_FOR_TRAFFIC_AT_ONCE, "traffic at once");
                if (!isFirst) {
                    line.sendCommand("READY", passport.own());
                }
                return;
            }
            boolean isIgnored = !frame.isCommand() ? fault == Fault.IGNORES_MESSAGES_BEFORE_READY
                    : frame.isCommand("ERROR") ? fault == Fault.IGNORES_ERROR : fault == Fault.IGNORES_COMMANDS_BEFORE_READY;
            Refusal.unless(isIgnored, "no READY");
        }
    }

    void ofPlainServer() throws IOException {
        byte[] hello = expect("HELLO");
        byte[] good = Octets.join(Zmtp.shortText(USER), Zmtp.shortText(PASSWORD));
        if (!isHello(hello)) {
            throw new Refusal("a malformed HELLO");
        }
        if (!isGood(hello, good)) {
            byte[] reason = {3, '4', '0', '0'};
            if (fault == Fault.SAYS_RROR) {
                line.send(Line.COMMAND, Octets.join(Octets.text("^RROR"), reason));
            } else {
                line.sendCommand("ERROR", reason);
            }
            throw new Refusal("nobody I know");
        }
        line.sendCommand("WELCOME");
        passport.check(expect("INITIATE"), line);
        line.sendCommand("READY", passport.own());
    }

    private boolean isHello(byte[] hello) {
        int password = hello.length == 0 ? 1 : 1 + (hello[0] & 0xff);
        if (password >= hello.length) {
            return false;
        }
        int end = password + 1 + (hello[password] & 0xff);
        return end == hello.length || end < hello.length && fault == Fault.IGNORES_END_OF_HELLO;
    }

    private boolean isGood(byte[] hello, byte[] good) {
        return switch (fault) {
            case LETS_ANYBODY_IN -> true;
            case IGNORES_END_OF_HELLO -> startsWith(hello, good);
            case COMPARES_BEGINNING_OF_PASSWORD -> {
                int password = 1 + USER.length() + 1;
                yield startsWith(hello, Zmtp.shortText(USER)) && startsWith(Arrays.copyOfRange(hello, password, hello.length), Octets.text(PASSWORD));
            }
            default -> Arrays.equals(hello, good);
        };
    }

    private static boolean startsWith(byte[] octets, byte[] beginning) {
        return octets.length >= beginning.length && Arrays.equals(octets, 0, beginning.length, beginning, 0, beginning.length);
    }

    void ofPlainClient() throws IOException {
        line.sendCommand("HELLO", Zmtp.shortText(USER), Zmtp.shortText(PASSWORD));
        byte[] data = expect("WELCOME");
        Refusal.unless(data.length == 0 || fault == Fault.TAKES_WELCOME_WITH_DATA, "a WELCOME with data");
        line.sendCommand("INITIATE", passport.own());
        passport.check(expect("READY"), line);
    }

    private byte[] expect(String name) throws IOException {
        Frame frame = line.frame(STRANGER);
        Refusal.unless(frame.isCommand(name), "no " + name);
        return frame.commandData().orElseThrow();
    }
}
