package io.generaldomo.examples.cli;

import io.generaldomo.spec.sniff.HexDump;
import io.generaldomo.spec.sniff.Kind;
import io.generaldomo.spec.sniff.Side;
import io.generaldomo.spec.sniff.Sighting;
import io.generaldomo.spec.sniff.SightingLine;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Sightings as lines for people. What peers say never goes through picocli's markup, which they could write as well: only codes of our own are put around it.
 * Called by one thread at a time.
 */
final class SightingText implements Consumer<Sighting> {
    /** Where the locale has nothing but ASCII, an arrow would become a question mark, and nobody could tell who speaks. */
    private static final boolean ENCODES_ARROWS =
            Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding"))).newEncoder().canEncode('→');

    private final Console console;
    private final boolean hex;
    private final SightingLine line = new SightingLine();

    SightingText(Console console, boolean hex) {
        this.console = console;
        this.hex = hex;
    }

    @Override
    public void accept(Sighting sighting) {
        String arrows = SightingLine.names(sighting);
        String names = ENCODES_ARROWS ? arrows : arrows.replace('→', '>').replace('←', '<');
        Style side = sighting.from() == Side.CONNECTOR ? Style.fg_green : Style.fg_cyan;
        String text = painted(sighting.unit().text(), styleOf(sighting.unit().kind()));
        console.say(painted(line.place(sighting), Style.faint) + "  " + painted(names, side) + "  " + text);
        if (hex) {
            HexDump.of(sighting.unit().octets(), sighting.unit().offset()).forEach(octets -> console.say(painted(" ".repeat(17) + octets, Style.faint)));
        }
    }

    private static Style styleOf(Kind kind) {
        return switch (kind) {
            case GARBAGE -> Style.fg_red;
            case NOTE -> Style.fg_yellow;
            case CONNECTION, ENCRYPTED -> Style.faint;
            case GREETING, COMMAND, MESSAGE -> Style.reset;
        };
    }

    private static String painted(String text, Style style) {
        return Console.OUT.enabled() && style != Style.reset ? Style.on(style) + text + Style.off(style) : text;
    }
}
