package io.generaldomo.zmtp.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpSecurity;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The values are those of the NaCl distribution (tests/box.c, core1.c, secretbox.c) and RFC 7748, 6.1. */
class BoxTest {
    private static final byte[] ALICE = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    private static final byte[] ALICE_PUBLIC = hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    private static final byte[] BOB = hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    private static final byte[] BOB_PUBLIC = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    private static final byte[] NONCE = hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
    private static final byte[] TEXT = hex("be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffce5ecbaaf33bd751a1ac728d45e6c61296cdc3c0123"
            + "3561f41db66cce314adb310e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde048977eb48f59ffd4924ca1c60902e52f0a0"
            + "89bc76897040e082f937763848645e0705");
    private static final byte[] BOX = hex("f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186ac0dfc17c98"
            + "dce87b4da7f011ec48c97271d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae90224368517acfeabd6bb3732bc0e9da9983"
            + "2b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a74e355a5");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void publicKeysAreThoseOfTheSecretOnes() {
        assertThat(CurveKeyPair.of(ALICE).publicKey().octets()).isEqualTo(ALICE_PUBLIC);
        assertThat(CurveKeyPair.of(BOB).publicKey().octets()).isEqualTo(BOB_PUBLIC);
    }

    @Test
    void hsalsa20() {
        assertThat(HSalsa20.derive(hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"), new byte[16]))
                .isEqualTo(hex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389"));
    }

    @Test
    void aliceSealsAndBobOpens() {
        assertThat(Box.between(CurveKeyPair.of(ALICE), BOB_PUBLIC).seal(NONCE, TEXT)).isEqualTo(BOX);
        assertThat(Box.between(CurveKeyPair.of(BOB), ALICE_PUBLIC).open(NONCE, BOX)).isEqualTo(TEXT);
    }

    @Test
    void noOctetOfABoxCanBeChanged() {
        Box bob = Box.between(CurveKeyPair.of(BOB), ALICE_PUBLIC);
        for (int i = 0; i < BOX.length; i++) {
            byte[] forged = BOX.clone();
            forged[i] ^= 1;
            assertThatThrownBy(() -> bob.open(NONCE, forged))
                    .isInstanceOfSatisfying(ZmtpException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(ZmtpException.Reason.CRYPTOGRAPHIC));
        }
    }

    @Test
    void keysThatMakeEverySecretTheSameAreRefused() {
        assertThatThrownBy(() -> Box.between(CurveKeyPair.of(ALICE), new byte[32])).isInstanceOf(ZmtpException.class);
    }

    @Test
    void anEmptyTextHasABoxToo() {
        Box alice = Box.between(CurveKeyPair.of(ALICE), BOB_PUBLIC);
        byte[] sealed = alice.seal(NONCE, new byte[0]);
        assertThat(sealed).hasSize(16);
        assertThat(alice.open(NONCE, sealed)).isEmpty();
    }

    @Test
    void secretsAreNotShown() {
        CurveKeyPair pair = CurveKeyPair.of(ALICE);
        assertThat(pair.toString()).doesNotContain(pair.secretZ85()).contains(pair.publicKey().z85());
        assertThat(new ZmtpSecurity.CurveClient(pair, pair.publicKey()).toString()).doesNotContain(pair.secretZ85());
        assertThat(new ZmtpSecurity.CurveServer(pair, applicant -> null).toString()).doesNotContain(pair.secretZ85());
        assertThat(CurveKeyPair.ofZ85(pair.secretZ85())).isEqualTo(pair);
        pair.wipe();
        assertThat(pair.secretOctets()).containsOnly(0);
        assertThat(Arrays.equals(CurveKeyPair.generate().secretOctets(), CurveKeyPair.generate().secretOctets())).isFalse();
    }
}
