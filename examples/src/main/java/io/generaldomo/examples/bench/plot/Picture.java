package io.generaldomo.examples.bench.plot;

/** Something that can be drawn, as SVG or into an image. */
public abstract class Picture {
    static final int BACKGROUND = 0xffffff;

    private final int width;
    private final int height;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
    }

    final int width() {
        return width;
    }

    final int height() {
        return height;
    }

    abstract void drawOn(Sheet sheet);

    /**
     * This picture in the format of the web.
     *
     * @return a whole document
     */
    public final String svg() {
        SvgSheet sheet = new SvgSheet(width, height);
        drawOn(sheet);
        return sheet.document();
    }
}
