package io.generaldomo.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generaldomo.yaml} and the table of settings say the same. */
class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("generaldomo.yaml");
    /** A key, or an element of a list, right behind the '#'. */
    private static final Pattern UNUSED = Pattern.compile("^#( +(?:[a-z-]+:|- ))", Pattern.MULTILINE);

    @Test
    void asItStandsItIsTheDefaults() {
        Sources.Found example = Sources.of(EXAMPLE).read();
        Sources.Found standard = new Sources(Optional.empty(), Map.of(), Map.of()).read();
        assertThat(example.mistakes()).isEmpty();
        for (Setting<?> setting : Settings.all()) {
            assertThat(example.configuration().all(setting)).as(setting.key()).isEqualTo(standard.configuration().all(setting));
            assertThat(source(example.configuration(), setting).startsWith("generaldomo.yaml:"))
                    .as("%s is in the file, unless it has no default", setting.key())
                    .isEqualTo(!setting.standard().isEmpty());
        }
    }

    private static String source(Configuration configuration, Setting<?> setting) {
        return configuration.lines().stream().filter(line -> line.key().equals(setting.key())).findFirst().orElseThrow().source();
    }

    @Test
    void withAllThatIsUnusedItHasEveryKeyAndNoOther(@TempDir Path directory) throws Exception {
        String text = Files.readString(EXAMPLE);
        Path all = Files.writeString(directory.resolve("all.yaml"), UNUSED.matcher(text).replaceAll("$1"));
        List<Mistake> mistakes = new ArrayList<>();
        Map<Setting<?>, Given> found = YamlFile.read(all, mistakes);
        assertThat(mistakes).isEmpty();
        List<String> keys = new ArrayList<>(Settings.all().stream().map(Setting::key).toList());
        Settings.ofServices().forEach(setting -> keys.add(setting.of("payments").key()));
        assertThat(found.keySet()).extracting(Setting::key).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** What counts after a reload is marked so, in the line or in the comment above its section. */
    @Test
    void saysWhatIsReloaded() throws Exception {
        String comment = "";
        String section = "";
        for (String line : Files.readAllLines(EXAMPLE)) {
            String bare = UNUSED.matcher(line).replaceAll("$1");
            if (bare.startsWith("# ")) {
                comment = comment + bare;
            } else if (bare.isEmpty()) {
                comment = "";
            } else if (bare.strip().matches("[a-z-]+:.*")) {
                String name = bare.strip().split(":")[0];
                section = bare.startsWith(" ") ? section : name;
                Optional<Setting<?>> setting = Settings.find(bare.startsWith(" ") ? section + "." + name : name);
                boolean marked = (comment + line).contains("[reload");
                setting.ifPresent(known -> assertThat(known.is(Setting.Trait.RELOADED)).as(known.key()).isEqualTo(marked));
            }
        }
    }
}
