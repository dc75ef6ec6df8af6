package io.generaldomo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the cookbook show can be compiled as it stands, and what they link to is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CLASS = Pattern.compile("```java\n(import .*?public class (\\w+).*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

    static Stream<MatchResult> programs() throws IOException {
        String texts = Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("examples/coming-from.md"));
        return CLASS.matcher(texts).results();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsCompile(MatchResult program, @TempDir Path classes) {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + program.group(2) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program.group(1);
            }
        };
        StringWriter complaints = new StringWriter();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(complaints, null, null, List.of("-d", classes.toString(), "-proc:none"), null, List.of(source));
        assertThat(task.call()).as(complaints.toString()).isTrue();
    }

    @Test
    void thereAreABrokerAWorkerAndAClient() throws IOException {
        assertThat(programs().map(program -> program.group(2))).contains("Broker", "Worker", "Client", "Dealer");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void linksLeadSomewhere(Path text) throws IOException {
        String prose = CODE.matcher(Files.readString(text)).replaceAll("");
        assertThat(LINK.matcher(prose).results().map(link -> text.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    static Stream<Path> texts() throws IOException {
        List<Path> folders = List.of(ROOT, ROOT.resolve("protocol-spec"), ROOT.resolve("protocol-spec/decisions"), ROOT.resolve("gdp"), ROOT.resolve("examples"));
        return folders.stream().flatMap(ReadmeTest::markdown);
    }

    private static Stream<Path> markdown(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
