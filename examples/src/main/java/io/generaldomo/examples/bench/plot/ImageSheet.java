package io.generaldomo.examples.bench.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws into an image, at twice the resolution. Needs no screen. Confined to one thread. */
final class ImageSheet implements Sheet {
    private static final int SCALE = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    ImageSheet(int width, int height) {
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        rectangle(0, 0, width, height, Picture.BACKGROUND);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour) {
        graphics.setColor(new Color(colour));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void text(double x, double y, String text, Font font, Anchor anchor) {
        graphics.setColor(new Color(font.colour));
        graphics.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, font.bold ? java.awt.Font.BOLD : java.awt.Font.PLAIN, font.size));
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.drawString(text, (float) left, (float) y);
    }

    /** Everything drawn; nothing may be drawn after. */
    BufferedImage image() {
        graphics.dispose();
        return image;
    }
}
