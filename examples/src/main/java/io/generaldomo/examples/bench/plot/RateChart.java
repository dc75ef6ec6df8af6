package io.generaldomo.examples.bench.plot;

import io.generaldomo.examples.bench.Figures;
import io.generaldomo.examples.bench.Heat;
import io.generaldomo.examples.bench.Machine;
import io.generaldomo.examples.bench.Score;
import java.util.List;
import java.util.Map;

/** The rates of contestants beside each other, a group of columns for each size of message. */
public final class RateChart extends Picture {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 420;
    private static final int LEFT = 80;
    private static final int RIGHT = WIDTH - 20;
    private static final int TOP = 84;
    private static final int BOTTOM = HEIGHT - 72;
    private static final int GRID = 0xe5e7eb;
    private static final int AXIS = 0x9ca3af;
    /** Of the width that a group has, what its columns take. */
    private static final double FILLED = 0.8;
    private static final double WIDEST = 70;

    private final String title;
    private final List<Heat> heats;
    private final Scale scale;

    private RateChart(String title, List<Heat> heats) {
        super(WIDTH, HEIGHT);
        this.title = title;
        this.heats = heats;
        double[] rates = heats.stream().flatMap(heat -> heat.scores().stream()).mapToDouble(score -> Math.max(1, score.messagesPerSecond())).toArray();
        double least = Double.MAX_VALUE;
        double most = 1;
        for (double rate : rates) {
            least = Math.min(least, rate);
            most = Math.max(most, rate);
        }
        this.scale = Scale.of(least, most);
    }

    /**
     * Makes the picture.
     *
     * @param title what was measured
     * @param heats one or more, with the same contestants
     * @return a picture
     */
    public static RateChart of(String title, List<Heat> heats) {
        return new RateChart(title, heats);
    }

    @Override
    void drawOn(Sheet sheet) {
        sheet.text(LEFT, 28, title, Sheet.Font.TITLE, Sheet.Anchor.START);
        Map<String, String> facts = Machine.facts();
        sheet.text(LEFT, 46, facts.get("date") + ", " + facts.get("processors") + ", " + facts.get("java"), Sheet.Font.NOTE, Sheet.Anchor.START);
        drawLegend(sheet);
        drawScale(sheet);
        double group = (double) (RIGHT - LEFT) / heats.size();
        for (int i = 0; i < heats.size(); i++) {
            drawGroup(sheet, heats.get(i), LEFT + i * group, group);
        }
        sheet.line(LEFT, BOTTOM, RIGHT, BOTTOM, AXIS);
        sheet.text((LEFT + RIGHT) / 2.0, BOTTOM + 40, "octets of a message", Sheet.Font.NOTE, Sheet.Anchor.MIDDLE);
    }

    private void drawLegend(Sheet sheet) {
        double x = LEFT;
        for (Score score : heats.get(0).scores()) {
            String name = score.contestant().name();
            sheet.rectangle(x, HEIGHT - 24, 12, 12, Colours.of(name));
            sheet.text(x + 18, HEIGHT - 14, name, Sheet.Font.LABEL, Sheet.Anchor.START);
            x += 42 + 8 * name.length();
        }
    }

    private void drawScale(Sheet sheet) {
        for (double tick : scale.ticks()) {
            double y = y(tick);
            sheet.line(LEFT, y, RIGHT, y, GRID);
            sheet.text(LEFT - 8, y + 4, Figures.count(tick), Sheet.Font.LABEL, Sheet.Anchor.END);
        }
        sheet.text(LEFT - 8, TOP - 16, "a second", Sheet.Font.NOTE, Sheet.Anchor.END);
    }

    private void drawGroup(Sheet sheet, Heat heat, double left, double width) {
        int columns = heat.scores().size();
        double column = Math.min(WIDEST, width * FILLED / columns);
        double x = left + (width - column * columns) / 2;
        for (Score score : heat.scores()) {
            double y = y(Math.max(1, score.messagesPerSecond()));
            sheet.rectangle(x + 1, y, column - 2, BOTTOM - y, Colours.of(score.contestant().name()));
            sheet.text(x + column / 2, y - 5, Figures.count(score.messagesPerSecond()), Sheet.Font.NOTE, Sheet.Anchor.MIDDLE);
            x += column;
        }
        sheet.text(left + width / 2, BOTTOM + 20, String.format("%,d", heat.size()), Sheet.Font.LABEL, Sheet.Anchor.MIDDLE);
    }

    private double y(double rate) {
        return BOTTOM - scale.position(rate) * (BOTTOM - TOP);
    }
}
