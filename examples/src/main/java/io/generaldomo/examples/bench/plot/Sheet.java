package io.generaldomo.examples.bench.plot;

/** What pictures are drawn on: x to the right and y down, in points. Colours are {@code 0xRRGGBB}. Confined to one thread. */
interface Sheet {
    /** Which end of a text is where it is put. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, int colour);

    /** A line, one point thick. */
    void line(double x1, double y1, double x2, double y2, int colour);

    /** A line of text. */
    void text(double x, double y, String text, Font font, Anchor anchor);

    /** How a text looks. */
    enum Font {
        TITLE(17, true, 0x1f2937),
        LABEL(12, false, 0x1f2937),
        NOTE(11, false, 0x6b7280);

        final int size;
        final boolean bold;
        final int colour;

        Font(int size, boolean bold, int colour) {
            this.size = size;
            this.bold = bold;
            this.colour = colour;
        }
    }
}
