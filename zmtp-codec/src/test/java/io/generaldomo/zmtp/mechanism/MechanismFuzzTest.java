package io.generaldomo.zmtp.mechanism;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import io.generaldomo.zmtp.fuzz.Fuzzer;
import io.generaldomo.zmtp.wire.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Any commands in any order, with any verdict: each mechanism takes a step, or throws a {@code ZmtpException}. */
class MechanismFuzzTest {
    private static final ZmtpAuthenticator NOBODY = applicant -> CompletableFuture.completedFuture(null);
    private static final CurveKeyPair OWN = CurveKeyPair.generate();
    private static final List<ZmtpSecurity> MECHANISMS = List.of(
            ZmtpSecurity.NONE,
            new ZmtpSecurity.Null(Optional.of(NOBODY)),
            new ZmtpSecurity.PlainClient("u", "p"),
            new ZmtpSecurity.PlainServer(NOBODY),
            new ZmtpSecurity.CurveServer(OWN, NOBODY),
            new ZmtpSecurity.CurveClient(OWN, OWN.publicKey()));
    private static final List<String> NAMES = List.of("READY", "ERROR", "HELLO", "WELCOME", "INITIATE", "PING", "WELCO", "?");
    private static final int COMMAND_HEAD = 3;

    @Test
    void anyCommands() {
        List<byte[]> seeds = new ArrayList<>(FuzzSeeds.standing(Position.HANDSHAKE));
        for (int which = 0; which < MECHANISMS.size(); which++) {
            seeds.add(script(which, "\2\0\4\1u\1p\4\0\0\0\0\0"));
            seeds.add(script(which, "\3\0\0\0\0\0"));
            seeds.add(script(which, "\2\0\u00c2" + "\0".repeat(194) + "\4\1\10" + "\0".repeat(264)));
            seeds.add(script(which, "\3\0\u00a0" + "\0".repeat(160) + "\0\0\30" + "\0".repeat(24)));
        }
        Fuzzer.attack("zmtp-mechanisms", seeds, input -> {
            int which = input.length == 0 ? 0 : Math.floorMod(input[0], MECHANISMS.size());
            ZmtpConfig config = ZmtpConfig.of(SocketType.DEALER).withSecurity(MECHANISMS.get(which));
            Mechanism mechanism = (input.length & 1) == 0 ? Mechanism.accepting(config) : Mechanism.connecting(config);
            try {
                return which + drive(mechanism, input);
            } catch (ZmtpException e) {
                return which + e.getMessage();
            } finally {
                mechanism.wipe();
            }
        });
    }

    /** Commands, each an octet for its name, two for its length, and data; the verdict follows from the octet before. */
    private static String drive(Mechanism mechanism, byte[] input) {
        StringBuilder steps = new StringBuilder();
        steps.append(kind(mechanism.start()));
        int at = 1;
        while (at + COMMAND_HEAD <= input.length) {
            int length = Byte.toUnsignedInt(input[at + 1]) << 8 | Byte.toUnsignedInt(input[at + 2]);
            int end = Math.min(input.length, at + COMMAND_HEAD + length);
            String name = NAMES.get(Math.floorMod(input[at], NAMES.size()));
            Step step = mechanism.onCommand(new Command(name, Arrays.copyOfRange(input, at + COMMAND_HEAD, end)));
            steps.append(kind(step));
            if (step instanceof Step.Authenticate) {
                step = mechanism.onVerdict(
                        input[at] < 0 ? ZmtpVerdict.refuse(Refusal.values()[input.length % 3]) : ZmtpVerdict.accept("u"));
                steps.append(kind(step));
            }
            if (step instanceof Step.Complete || step instanceof Step.Refuse || step instanceof Step.Silence) {
                break;
            }
            at = end;
        }
        return steps.toString();
    }

    private static char kind(Step step) {
        return step.getClass().getSimpleName().charAt(0);
    }

    private static byte[] script(int which, String commands) {
        return ((char) which + commands).getBytes(ISO_8859_1);
    }
}
