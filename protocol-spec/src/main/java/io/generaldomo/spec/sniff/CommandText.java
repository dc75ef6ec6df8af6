package io.generaldomo.spec.sniff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a command says: those of 37/ZMTP and of the mechanisms NULL, PLAIN and CURVE field by field, of others the name and the size. Stateless.
 */
final class CommandText {
    private static final byte[] MISTYPED_ERROR = {'^', 'R', 'R', 'O', 'R'};
    /** Of what CURVE seals: its nonce, its authenticator, and the octet with flags before the payload. */
    private static final int CURVE_OVERHEAD = 8 + 8 + 16 + 1;

    private CommandText() {}

    /** Describes the body of a frame; told whether it is one of CURVE's, which only the peers can read. */
    static Kind describe(byte[] body, Speaker speaker, boolean curve, Line line) {
        Cursor in = new Cursor(body);
        if (body.length >= MISTYPED_ERROR.length && Arrays.equals(body, 0, 5, MISTYPED_ERROR, 0, 5)) {
            // libzmq's PLAIN server has sent this since 4.3.0.
            in.take(MISTYPED_ERROR.length);
            error(in, line.word("ERROR").field("name", "ERROR").word("(as ^RROR)"));
            return Kind.COMMAND;
        }
        byte[] name = in.sized(1);
        if (name == null || name.length == 0) {
            line.word("command").octets(body).fault("no name that fits it");
            return Kind.COMMAND;
        }
        String word = Escape.word(name);
        line.word("name", word);
        if (curve && isCurve(word)) {
            curve(word, body.length, in, line);
            return Kind.ENCRYPTED;
        }
        known(word, in, speaker, line);
        return Kind.COMMAND;
    }

    private static boolean isCurve(String name) {
        return switch (name) {
            case "HELLO", "WELCOME", "INITIATE", "READY", "MESSAGE" -> true;
            default -> false;
        };
    }

    private static void known(String name, Cursor in, Speaker speaker, Line line) {
        switch (name) {
            case "READY", "INITIATE" -> metadata(in, speaker, line);
            case "HELLO" -> hello(in, line);
            case "ERROR" -> error(in, line);
            case "PING" -> ping(in, line);
            case "SUBSCRIBE", "CANCEL" -> name("topic", in, line);
            case "JOIN", "LEAVE" -> name("group", in, line);
            default -> {
                if (in.left() > 0) {
                    line.octets(in.rest());
                }
            }
        }
    }

    private static void name(String what, Cursor in, Line line) {
        byte[] octets = in.rest();
        line.word(Escape.quoted(new Part(octets, octets.length), 64)).field(what, Escape.printable(octets, octets.length));
    }

    private static void metadata(Cursor in, Speaker speaker, Line line) {
        line.word("{");
        String separator = "";
        while (in.left() > 0) {
            int left = in.left();
            byte[] name = in.sized(1);
            byte[] value = name == null ? null : in.sized(4);
            if (name == null || value == null) {
                line.append("}").fault(left + " octets that are no property");
                return;
            }
            String property = Escape.printable(name, name.length);
            line.append(separator + property + ": " + Escape.word(value)).field(property, Escape.printable(value, value.length));
            if (property.equalsIgnoreCase("Socket-Type")) {
                speaker.announceSocketType(new String(value, StandardCharsets.ISO_8859_1));
            }
            separator = ", ";
        }
        line.append("}");
    }

    /** The password is not shown, only its length. */
    private static void hello(Cursor in, Line line) {
        byte[] user = in.sized(1);
        byte[] password = user == null ? null : in.sized(1);
        if (user == null || password == null || in.left() > 0) {
            line.word("[" + in.left() + " B]").fault("not a user and a password");
            return;
        }
        line.word("{user: " + Escape.word(user) + ", password: " + password.length + " B}").field("user", Escape.printable(user, user.length));
    }

    private static void error(Cursor in, Line line) {
        byte[] reason = in.sized(1);
        if (reason == null) {
            line.octets(in.rest()).fault("no reason that fits it");
        } else {
            line.word(Escape.quoted(new Part(reason, reason.length), 255)).field("reason", Escape.printable(reason, reason.length));
        }
    }

    private static void ping(Cursor in, Line line) {
        byte[] ttl = in.take(2);
        if (ttl == null) {
            line.octets(in.rest()).fault("no TTL");
            return;
        }
        long tenths = Cursor.unsigned(ttl);
        String seconds = tenths / 10 + "." + tenths % 10;
        line.word(tenths == 0 ? "no TTL" : "TTL " + seconds + " s").field("ttl", seconds);
        if (in.left() > 0) {
            line.word("context").octets(in.rest());
        }
    }

    private static void curve(String name, long size, Cursor in, Line line) {
        line.field("size", Long.toString(size));
        byte[] nonce = name.equals("MESSAGE") ? in.take(8) : null;
        if (nonce != null && size >= CURVE_OVERHEAD) {
            line.word("number", Long.toUnsignedString(Cursor.unsigned(nonce))).word("[" + (size - CURVE_OVERHEAD) + " B encrypted]");
            return;
        }
        byte[] version = name.equals("HELLO") ? in.take(2) : null;
        if (version != null) {
            line.word("CURVE " + version[0] + "." + version[1]);
        }
        line.word("[" + size + " B encrypted]");
    }
}
