package io.generaldomo.spec.sniff;

import java.util.Arrays;

/** What a greeting says. Stateless. */
final class GreetingText {
    private GreetingText() {}

    /** Tells the speaker's mechanism and, in 2.0, its type of socket, and what kind of frames follow. */
    static Framing read(Octets unit, Speaker speaker, Line line) {
        boolean versioned = unit.at(0) == 0xff && (unit.at(9) & 1) != 0;
        if (!versioned) {
            int header = unit.at(0) == 0xff ? 10 : 2;
            line.word("greeting").word("ZMTP 1.0,").field("version", "1.0");
            identity(unit.keptFrom(header), line);
            return Framing.OLD_FRAMES;
        }
        int major = unit.at(10);
        if (major < 3) {
            String type = SocketTypes.named(unit.at(11));
            String version = major == 0 ? "1.0" : "2.0";
            speaker.announceSocketType(type);
            line.word("greeting").word("ZMTP " + version + ", " + type).field("version", version).field("Socket-Type", type);
            return major == 0 ? Framing.OLD_FRAMES : Framing.FRAMES;
        }
        mechanism(unit, speaker, line, major + "." + unit.at(11));
        return Framing.FRAMES;
    }

    private static void mechanism(Octets unit, Speaker speaker, Line line, String version) {
        byte[] padded = Arrays.copyOfRange(unit.kept(), 12, 32);
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        String mechanism = Escape.word(Arrays.copyOf(padded, length));
        speaker.announceMechanism(mechanism);
        boolean server = unit.at(32) != 0;
        line.word("greeting").word("ZMTP " + version + ", " + mechanism + (server ? ", as server" : ""));
        line.field("version", version).field("mechanism", mechanism).field("as-server", Boolean.toString(server));
    }

    /** What the old versions send where later ones have READY. */
    static void identity(byte[] identity, Line line) {
        String shown = Escape.printable(identity, identity.length);
        line.word(identity.length == 0 ? "no identity" : "identity \"" + shown + '"').field("Identity", shown);
    }
}
