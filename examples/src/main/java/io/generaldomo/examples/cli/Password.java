package io.generaldomo.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Where passwords come from: a terminal, standard input, or a file, but never the command line, which all users of a machine can read. Stateless. */
final class Password {
    /** As many octets as fit into HELLO of PLAIN. */
    private static final int LONGEST = 255;

    private Password() {}

    /**
     * A new password: asked for twice, without echo, on a terminal; else the first line of standard input.
     *
     * @throws IllegalArgumentException if none can be had
     */
    static String ask(String user) throws IOException {
        if (!Console.isTerminal("in")) {
            return firstLine(new BufferedReader(new InputStreamReader(System.in, UTF_8)), "standard input");
        }
        java.io.Console terminal = System.console();
        if (terminal == null) {
            throw new IllegalArgumentException("cannot ask for a password without echo while standard output is no terminal");
        }
        char[] first = typed(terminal, "Password of " + user + ": ");
        char[] second = typed(terminal, "Once more: ");
        try {
            if (!Arrays.equals(first, second)) {
                throw new IllegalArgumentException("these were two passwords; nothing is changed");
            }
            return checked(new String(first), "what was typed");
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    private static char[] typed(java.io.Console terminal, String prompt) {
        char[] typed = terminal.readPassword("%s", prompt);
        if (typed == null) {
            throw new IllegalArgumentException("no password was typed; nothing is changed");
        }
        return typed;
    }

    /**
     * The first line of a file.
     *
     * @throws IllegalArgumentException if it is no password
     */
    static String in(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return firstLine(reader, file.toString());
        }
    }

    private static String firstLine(BufferedReader reader, String where) throws IOException {
        String line = reader.readLine();
        return checked(line == null ? "" : line, "the first line of " + where);
    }

    private static String checked(String password, String where) {
        int length = password.getBytes(UTF_8).length;
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException(where + " is no password, which has 1 to " + LONGEST + " octets");
        }
        return password;
    }
}
