package io.generaldomo.spec.conformance.curve;

import static io.generaldomo.spec.conformance.wire.Octets.flip;
import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The kit's crypto against vectors of others: the example of "Cryptography in NaCl", and the keys of libzmq's documentation. */
class BoxTest {
    private static final byte[] KEY = hex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");
    private static final byte[] NONCE = hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
    private static final byte[] TEXT = hex("be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffce5ecbaaf33bd751a1ac728d45e6c61296cdc3c01233561f41db66cce314adb31"
            + "0e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f937763848645e0705");
    private static final byte[] BOX = hex("f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186ac0dfc17c98dce87b4da7f011ec48c972"
            + "71d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a"
            + "74e355a5");

    private final Box box = new Box(KEY);

    @Test
    void sealsAsNaClDoes() {
        assertThat(box.seal(NONCE, TEXT)).isEqualTo(BOX);
    }

    @Test
    void opensWhatNaClSealed() {
        assertThat(box.open(NONCE, BOX)).hasValue(TEXT);
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        for (int at = 0; at < BOX.length; at++) {
            assertThat(box.open(NONCE, flip(BOX, at))).isEmpty();
        }
        assertThat(box.open(flip(NONCE, 0), BOX)).isEmpty();
        assertThat(box.open(NONCE, new byte[15])).isEmpty();
    }

    @Test
    void derivesThePublicKeysOfLibzmqsDocumentation() {
        assertThat(X25519.publicKey(hex("8e0bdd697628b91d8f245587ee95c5b04d48963f79259877b49cd9063aead3b7")))
                .isEqualTo(hex("54fcba24e93249969316fb617c872bb0c1d1ff14800427c594cbfacf1bc2d652"));
        assertThat(X25519.publicKey(hex("7bb864b489afa3671fbe69101f94b38972f24816dfb01b51656b3fec8dfd0888")))
                .isEqualTo(hex("bb88471d65e2659b30c55a5321cebb5aab2b70a398645c26dca2b2fcb43fc518"));
    }

    @Test
    void bothSidesHaveTheSameBox() {
        byte[] one = X25519.random(32);
        byte[] other = X25519.random(32);
        byte[] sealed = Box.between(one, X25519.publicKey(other)).seal(NONCE, TEXT);
        assertThat(Box.between(other, X25519.publicKey(one)).open(NONCE, sealed)).hasValue(TEXT);
    }
}
