package io.generaldomo.zmtp.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Accepted;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizedKeysTest {
    /** The client's pair of libzmq's documentation. */
    private static final String PUBLIC = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";
    private static final String SECRET = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";
    private static final String CZMQ = """
            #   ****  Generated on 2026-11-22 12:00:00 by CZMQ  ****
            #   ZeroMQ CURVE Public Certificate
            #   Exchange securely, or use a secure mechanism to verify the contents

            metadata
                name = "Alice"
                team = 'blue'
            curve
                public-key = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"
            """;
    private static final ZmtpVerdict REFUSED = ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED);

    @TempDir
    Path directory;

    private static ZmtpVerdict judge(ZmtpAuthenticator authenticator, ZmtpCredentials shown) {
        return authenticator.authenticate(new ZmtpApplicant(shown, new InetSocketAddress(1))).toCompletableFuture().join();
    }

    private ZmtpVerdict judge(String key) {
        return judge(AuthorizedKeys.in(directory, Runnable::run), new ZmtpCredentials.Key(CurveKey.ofZ85(key)));
    }

    @Test
    void theUserIsNamedAfterTheFile() throws IOException {
        Files.writeString(directory.resolve("alice.cert"), CZMQ);
        Accepted accepted = (Accepted) judge(PUBLIC);
        assertThat(accepted.user().id()).isEqualTo("alice");
        assertThat(accepted.user().attributes().text("name")).contains("Alice");
        assertThat(accepted.user().attributes().text("team")).contains("blue");
    }

    @Test
    void aKeyAloneIsEnough() throws IOException {
        Files.writeString(directory.resolve("alice"), PUBLIC + "\n");
        assertThat(judge(PUBLIC)).isEqualTo(ZmtpVerdict.accept("alice"));
    }

    @Test
    void filesComeAndGo() throws IOException {
        AuthorizedKeys keys = AuthorizedKeys.in(directory, Runnable::run);
        ZmtpCredentials alice = new ZmtpCredentials.Key(CurveKey.ofZ85(PUBLIC));
        assertThat(judge(keys, alice)).isEqualTo(REFUSED);
        Path file = Files.writeString(directory.resolve("alice"), PUBLIC);
        assertThat(judge(keys, alice)).isEqualTo(ZmtpVerdict.accept("alice"));
        Files.move(file, directory.resolve("bob"));
        assertThat(judge(keys, alice)).isEqualTo(ZmtpVerdict.accept("bob"));
        Files.writeString(directory.resolve("bob"), CurveKeyPair.generate().publicKey().z85());
        assertThat(judge(keys, alice)).isEqualTo(REFUSED);
    }

    @Test
    void whatIsNoAuthorizedKeyDoesNotCount() throws IOException {
        Files.writeString(directory.resolve(".hidden"), PUBLIC);
        Files.writeString(directory.resolve("alice_secret"), PUBLIC);
        Files.writeString(directory.resolve("README"), "keys go here");
        Files.writeString(Files.createDirectory(directory.resolve("old")).resolve("alice"), PUBLIC);
        assertThat(judge(PUBLIC)).isEqualTo(REFUSED);
    }

    @Test
    void withoutADirectoryNobodyIsLetIn() throws IOException {
        Files.delete(directory);
        assertThatThrownBy(() -> judge(PUBLIC)).isInstanceOf(CompletionException.class);
        Files.writeString(directory, PUBLIC);
        assertThatThrownBy(() -> judge(PUBLIC)).isInstanceOf(CompletionException.class);
    }

    @Test
    void onlyKeysAreLetIn() throws IOException {
        Files.writeString(directory.resolve("alice"), PUBLIC);
        for (ZmtpAuthenticator authenticator : new ZmtpAuthenticator[] {AuthorizedKeys.in(directory), new AnyValidKey()}) {
            assertThat(judge(authenticator, new ZmtpCredentials.Anonymous())).isEqualTo(REFUSED);
            assertThat(judge(authenticator, new ZmtpCredentials.Password("alice", new byte[0]))).isEqualTo(REFUSED);
        }
    }

    @Test
    void row16_anyValidKeyNamesTheUserAfterTheKey() {
        assertThat(judge(new AnyValidKey(), new ZmtpCredentials.Key(CurveKey.ofZ85(PUBLIC)))).isEqualTo(ZmtpVerdict.accept(PUBLIC));
    }

    @Test
    void aCertificateIsReadAsItWasWritten() {
        CurveKeyPair pair = CurveKeyPair.ofZ85(SECRET);
        CurveCertificate own = new CurveCertificate(pair.publicKey(), Optional.of(pair), ZmtpMetadata.EMPTY.with("name", "Alice"));
        CurveCertificate read = CurveCertificate.parse(own.secretText());
        assertThat(read.pair()).contains(pair);
        assertThat(read.key().z85()).isEqualTo(PUBLIC);
        assertThat(read.metadata().text("name")).contains("Alice");
        assertThat(own.publicText()).doesNotContain(SECRET);
        assertThat(own.toString()).doesNotContain(SECRET);
        assertThat(CurveCertificate.parse(own.publicText()).pair()).isEmpty();
    }

    @Test
    void keysWithMarksInThemAreRead() {
        CurveKey marked = CurveKey.ofZ85("0%#=#" + "0".repeat(35));
        assertThat(CurveCertificate.parse("curve\n  public-key = \"" + marked.z85() + "\" \n").key()).isEqualTo(marked);
        assertThat(CurveCertificate.parse(marked.z85()).key()).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curve\n", "curve\n    public-key = \"short\"\n", "curve\n    public-key\n", "metadata\n    = x\n",
        "curve\n  public-key = \"rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7\"\n  secret-key = \"" + SECRET + "\"\n"})
    void otherTextIsNoCertificateAndIsNotRepeated(String text) {
        assertThatThrownBy(() -> CurveCertificate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(SECRET));
    }
}
