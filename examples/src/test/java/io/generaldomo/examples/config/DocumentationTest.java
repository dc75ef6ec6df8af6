package io.generaldomo.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the README is the table of settings. */
class DocumentationTest {
    private static String row(Setting<?> setting) {
        String standard = setting.standard().isEmpty() ? "" : '`' + setting.standard().get(0) + '`';
        String flags = setting.flags().stream().map(flag -> '`' + flag + '`').collect(Collectors.joining(", "));
        String reload = setting.is(Setting.Trait.RELOADED) ? "yes" : "";
        return "| `" + setting.key() + "` | " + standard + " | " + flags + " | " + reload + " | " + setting.description().replace("|", "\\|") + " |\n";
    }

    @Test
    void theReadmeHasThisTable() throws Exception {
        String table = "| Key | Default | Flag | Reload | |\n|---|---|---|---|---|\n" + Settings.all().stream().map(DocumentationTest::row).collect(Collectors.joining());
        assertThat(Files.readString(Path.of("README.md"))).contains(table);
    }
}
