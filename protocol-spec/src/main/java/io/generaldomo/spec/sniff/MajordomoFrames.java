package io.generaldomo.spec.sniff;

import java.util.List;

/** Reads the frames of a Majordomo command behind its header, and writes what they are. Confined. */
final class MajordomoFrames {
    private final List<Part> frames;
    private final Line line;
    private int next;

    MajordomoFrames(List<Part> frames, Line line) {
        this.frames = frames;
        this.line = line;
    }

    /** A command whose first frame is its number. */
    void numbered(List<MajordomoCommand> commands) {
        byte[] number = frames.isEmpty() ? new byte[0] : frames.get(0).octets();
        if (number.length != 1 || number[0] < 1 || number[0] > commands.size()) {
            line.parts(frames, "frame").fault("no command has this number");
            return;
        }
        next = 1;
        MajordomoCommand command = commands.get(number[0] - 1);
        line.word("command", command.name());
        fields(command.fields());
    }

    /** The frames that a command has, by the letters of {@link MajordomoCommand}. */
    void fields(String letters) {
        for (char letter : letters.toCharArray()) {
            if (letter == 'b') {
                line.parts(frames.subList(next, frames.size()), "frame");
                return;
            }
            if (next == frames.size()) {
                line.fault("no " + nameOf(letter));
                return;
            }
            if (!field(letter, frames.get(next++))) {
                return;
            }
        }
        if (next < frames.size()) {
            line.parts(frames.subList(next, frames.size()), "frame").fault("more frames than it has");
        }
    }

    private boolean field(char letter, Part frame) {
        String hex = Escape.hex(frame.octets(), 64);
        switch (letter) {
            case 's' -> line.word(Escape.word(frame.octets())).field("service", Escape.printable(frame.octets(), frame.octets().length));
            case 't' -> line.word("#" + hex).field("ticket", hex);
            case 'c' -> line.word("capacity " + (frame.octets().length == 4 ? Cursor.unsigned(frame.octets()) : hex)).field("capacity", hex);
            default -> {
                line.word("for " + hex).field("address", hex);
                if (next == frames.size() || !frames.get(next++).isEmpty()) {
                    line.fault("no empty frame behind the address");
                    return false;
                }
            }
        }
        return true;
    }

    private static String nameOf(char letter) {
        return switch (letter) {
            case 's' -> "service";
            case 't' -> "ticket";
            case 'c' -> "capacity";
            default -> "address";
        };
    }
}
