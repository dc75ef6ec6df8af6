package io.generaldomo.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.generaldomo.examples.keys.OwnersFile;
import io.generaldomo.zmtp.authentication.PasswordHash;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of users, changed and written. */
class UserLinesTest {
    private static final PasswordHash HASH = PasswordHash.of("x");

    @TempDir
    private Path directory;

    @Test
    void whatIsNoLineOfTheUserIsKept() {
        UserLines before = new UserLines(List.of("# people", "", "al:1", "alice:2", "alices:3"));
        assertThat(before.with("alice", HASH).lines()).containsExactly("# people", "", "al:1", "alices:3", "alice:" + HASH.text());
        assertThat(before.with("bob", HASH).lines()).hasSize(6).last().isEqualTo("bob:" + HASH.text());
        assertThat(before.has("alice")).isTrue();
        assertThat(before.has("bob")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "#a", "a\nb", "a\u001b[2J"})
    void someNamesCannotBe(String name) {
        UserLines lines = new UserLines(List.of());
        assertThatThrownBy(() -> lines.with(name, HASH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the name of a user")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aNameHas255Octets() {
        assertThat(new UserLines(List.of()).with("ü".repeat(127), HASH).has("ü".repeat(127))).isTrue();
        assertThatThrownBy(() -> new UserLines(List.of()).with("ü".repeat(128), HASH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNewFileIsItsOwnersAloneAndAnOldOneKeepsItsMode() throws Exception {
        Path file = directory.resolve("users");
        OwnersFile.replace(file, "a\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        OwnersFile.replace(link, "b\n");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("b\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void ofTwoWhoWriteOneIsTurnedAway() throws Exception {
        Path file = directory.resolve("users");
        OwnersFile.replace(file, "a\n");
        Path others = Files.createFile(directory.resolve("users.new"));
        assertThatThrownBy(() -> OwnersFile.replace(file, "b\n")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(others).exists();
        assertThat(file).hasContent("a\n");
    }
}
