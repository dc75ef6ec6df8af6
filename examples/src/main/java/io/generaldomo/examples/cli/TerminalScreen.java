package io.generaldomo.examples.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The whole of a terminal, until it is closed: what stood there comes back then. Java has no word for terminals; {@code stty} is the program that every
 * Unix has for that. Where it is missing, the size is that of old terminals, and keys count with Enter only. Thread-safe.
 */
final class TerminalScreen implements AutoCloseable {
    private static final String ESCAPE = "\u001b[";
    private static final String ENTER = ESCAPE + "?1049h" + ESCAPE + "?25l" + ESCAPE + "?7l"; // another screen, no cursor, no line is broken
    private static final String LEAVE = ESCAPE + "?7h" + ESCAPE + "?25h" + ESCAPE + "?1049l";
    private static final String TO_THE_TOP = ESCAPE + "H";
    private static final String CLEAR_REST_OF_LINE = ESCAPE + "K";
    private static final String CLEAR_REST = ESCAPE + "J";
    private static final File TERMINAL = new File("/dev/tty");

    private final PrintWriter out;
    private final Optional<String> before = stty("-g");
    private boolean closed;

    /** Takes the screen. */
    TerminalScreen(PrintWriter out) {
        this.out = out;
        stty("-icanon", "-echo");
        out.print(ENTER);
        out.flush();
    }

    /** Lines and columns, as they are now. */
    int[] size() {
        Optional<String> told = stty("size").filter(text -> text.matches("[1-9]\\d* [1-9]\\d*"));
        String[] numbers = told.orElse("24 80").split(" ");
        return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
    }

    /** Shows lines in the place of what is shown; there must not be more than the terminal has. */
    synchronized void show(List<String> lines) {
        if (closed) {
            return;
        }
        out.print(TO_THE_TOP);
        out.print(String.join(CLEAR_REST_OF_LINE + "\r\n", lines) + CLEAR_REST_OF_LINE + CLEAR_REST);
        out.flush();
    }

    /** Tells what is typed, on a thread of its own, as long as this process lives. */
    void onKey(IntConsumer then) {
        Thread reader = new Thread(() -> {
            InputStream in = System.in;
            try {
                for (int key = in.read(); key >= 0; key = in.read()) {
                    then.accept(key);
                }
            } catch (IOException gone) {
                // Nobody types any more.
            }
        }, "keys");
        reader.setDaemon(true);
        reader.start();
    }

    /** Gives the screen back. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            out.print(LEAVE);
            out.flush();
            before.ifPresent(TerminalScreen::stty);
        }
    }

    private static Optional<String> stty(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process stty = new ProcessBuilder(command).redirectInput(TERMINAL).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String told = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0 ? Optional.of(told) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
