package io.generaldomo.zmtp.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFileTest {
    private static final ZmtpVerdict REFUSED = ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED);

    @TempDir
    Path directory;

    private Path file;
    private PasswordFile users;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("users");
        Files.writeString(file, "# people\n\nalice:" + PasswordHash.of("wonder", 10).text() + "\nbroken line\nbob:"
                + PasswordHash.of("grün", 10).text() + "\n:" + PasswordHash.of("x", 10).text() + "\n");
        users = PasswordFile.at(file, Runnable::run);
    }

    private ZmtpVerdict judge(String user, byte[] password) {
        ZmtpCredentials shown = new ZmtpCredentials.Password(user, password);
        return users.authenticate(new ZmtpApplicant(shown, new InetSocketAddress(1))).toCompletableFuture().join();
    }

    private ZmtpVerdict judge(String user, String password) {
        return judge(user, password.getBytes(UTF_8));
    }

    @Test
    void usersOfTheFileAreLetIn() {
        assertThat(judge("alice", "wonder")).isEqualTo(ZmtpVerdict.accept("alice"));
        assertThat(judge("bob", "grün")).isEqualTo(ZmtpVerdict.accept("bob"));
    }

    @Test
    void othersAreNot() {
        assertThat(judge("alice", "wonders")).isEqualTo(REFUSED);
        assertThat(judge("alice", "")).isEqualTo(REFUSED);
        assertThat(judge("bob", "wonder")).isEqualTo(REFUSED);
        assertThat(judge("carol", "nobody")).isEqualTo(REFUSED);
        assertThat(judge("", "x")).isEqualTo(REFUSED);
        assertThat(judge("# people", "")).isEqualTo(REFUSED);
        assertThat(judge("alice", new byte[] {(byte) 0xFF})).isEqualTo(REFUSED);
        ZmtpCredentials key = new ZmtpCredentials.Key(CurveKey.of(new byte[32]));
        assertThat(users.authenticate(new ZmtpApplicant(key, new InetSocketAddress(1))).toCompletableFuture().join()).isEqualTo(REFUSED);
    }

    @Test
    void aChangeCountsAtTheNextHandshake() throws IOException {
        assertThat(judge("alice", "wonder")).isNotEqualTo(REFUSED);
        Files.writeString(file, "carol:" + PasswordHash.of("new", 10).text());
        assertThat(judge("alice", "wonder")).isEqualTo(REFUSED);
        assertThat(judge("carol", "new")).isNotEqualTo(REFUSED);
    }

    @Test
    void aChangeCountsAlsoWhereTimeAndSizeStayTheSame() throws IOException {
        String before = "alice:" + PasswordHash.of("one", 10).text();
        String after = "alice:" + PasswordHash.of("two", 10).text();
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());
        Files.writeString(file, before);
        Files.setLastModifiedTime(file, now);
        assertThat(judge("alice", "one")).isNotEqualTo(REFUSED);
        Files.writeString(file, after);
        Files.setLastModifiedTime(file, now);
        assertThat(judge("alice", "one")).isEqualTo(REFUSED);
        assertThat(judge("alice", "two")).isNotEqualTo(REFUSED);
    }

    @Test
    void whatHasNotChangedForLongIsReadOnce() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        int[] readings = {0};
        Watched<Integer> watched = new Watched<>(file, texts -> ++readings[0]);
        assertThat(watched.current()).isEqualTo(1);
        assertThat(watched.current()).isEqualTo(1);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 50_000));
        assertThat(watched.current()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsAFailureNotARefusal() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> judge("alice", "wonder")).isInstanceOf(CompletionException.class);
    }

    @Test
    void anExecutorThatHasEnoughToDoMakesThePeerComeAgain() {
        users = PasswordFile.at(file, task -> {
            throw new RejectedExecutionException();
        });
        assertThat(judge("alice", "wonder")).isEqualTo(ZmtpVerdict.refuse(Refusal.TEMPORARY));
    }

    @Test
    void theHashIsThatOfPbkdf2() {
        // Known answer for HMAC-SHA-256, password "password", salt "salt", two iterations.
        String hash = Base64.getEncoder().encodeToString(
                HexFormat.of().parseHex("ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43"));
        PasswordHash known = PasswordHash.parse("pbkdf2-sha256$2$c2FsdA==$" + hash);
        assertThat(known.matches("password".getBytes(UTF_8))).isTrue();
        assertThat(known.matches("Password".getBytes(UTF_8))).isFalse();
        assertThat(known.toString()).doesNotContain(hash);
    }

    @Test
    void aHashIsReadAsItWasWritten() {
        PasswordHash hash = PasswordHash.of("secret");
        assertThat(hash.text()).startsWith("pbkdf2-sha256$600000$");
        assertThat(PasswordHash.parse(hash.text()).matches("secret".getBytes(UTF_8))).isTrue();
        assertThat(PasswordHash.of("secret", 1).text()).isNotEqualTo(PasswordHash.of("secret", 1).text());
        assertThatThrownBy(() -> PasswordHash.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "md5$1$AAAA$AAAA", "pbkdf2-sha256$x$AAAA$AAAA", "pbkdf2-sha256$0$AAAA$AAAA", "pbkdf2-sha256$1$AAAA$AAAA",
        "pbkdf2-sha256$99999999$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void otherTextIsNoHash(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
