package io.generaldomo.examples.bench.plot;

import java.util.Locale;

/** Draws in SVG 1.1. Confined to one thread. */
final class SvgSheet implements Sheet {
    private final StringBuilder document = new StringBuilder();

    SvgSheet(int width, int height) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"DejaVu Sans, Verdana, sans-serif\">",
                width, height, width, height);
        rectangle(0, 0, width, height, Picture.BACKGROUND);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06x\"/>", x, y, width, height, colour);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#%06x\"/>", x1, y1, x2, y2, colour);
    }

    @Override
    public void text(double x, double y, String text, Font font, Anchor anchor) {
        add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" font-weight=\"%s\" text-anchor=\"%s\" fill=\"#%06x\">%s</text>",
                x, y, font.size, font.bold ? "bold" : "normal", anchor.name().toLowerCase(Locale.ROOT), font.colour, escaped(text));
    }

    private void add(String format, Object... values) {
        document.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Everything drawn so far. */
    String document() {
        return document + "</svg>\n";
    }
}
