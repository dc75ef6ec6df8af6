package io.generaldomo.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command prints. Lines have a label and a text; labels are bold where a terminal shows it. Thread-safe as far as single lines go.
 *
 * <p>Java cannot tell which of its streams is a terminal, so the launcher says it, in the properties {@code generaldomo.terminal.in},
 * {@code .out} and {@code .err}. {@code NO_COLOR} and a dumb terminal are honoured.
 */
final class Console {
    /** Style of standard output. */
    static final Ansi OUT = style("out");

    /** Style of standard error. */
    static final Ansi ERR = style("err");

    private final PrintWriter out;
    private final PrintWriter err;
    private final String name;

    Console(CommandLine command) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.name = command.getCommandSpec().qualifiedName();
    }

    /** Whether a stream, {@code in}, {@code out} or {@code err}, is a terminal. */
    static boolean isTerminal(String stream) {
        return Boolean.getBoolean("generaldomo.terminal." + stream);
    }

    private static Ansi style(String stream) {
        String noColor = System.getenv("NO_COLOR");
        boolean plain = noColor != null && !noColor.isEmpty() || "dumb".equals(System.getenv("TERM"));
        return isTerminal(stream) && !plain ? Ansi.ON : Ansi.OFF;
    }

    /** Prints a line. */
    void say(String line) {
        out.println(line);
    }

    /** Prints a line that begins with a label, in a column of its own. */
    void say(String label, String text) {
        out.println(OUT.string("@|bold " + String.format(Locale.ROOT, "%-12s", label) + "|@ ") + text);
    }

    /** Prints the head of a table. */
    void head(String line) {
        out.println(OUT.string("@|bold " + line + "|@"));
    }

    /** Begins a new line where a terminal shows the Ctrl-C that the user typed. */
    void leaveControlCharacters() {
        if (isTerminal("out")) {
            out.println();
        }
    }

    /** Prints a line for people, on standard error. */
    void note(String line) {
        err.println(ERR.string("@|yellow " + name + ":|@ ") + line);
    }

    /** Prints what is wrong, on standard error. */
    void complain(String line) {
        err.println(ERR.string("@|bold,red " + name + ":|@ ") + line);
    }

    /** Prints a line for programs, on standard error: as it is. */
    void report(String line) {
        err.println(line);
    }

    /** The progress of something that may take a while; shown if somebody looks, and nothing else is printed on the same screen. */
    ProgressLine progress(String what, int total, boolean printsMeanwhile) {
        boolean shown = isTerminal("err") && !(printsMeanwhile && isTerminal("out"));
        return new ProgressLine(shown ? err : new PrintWriter(PrintWriter.nullWriter()), what, total, System::nanoTime);
    }
}
