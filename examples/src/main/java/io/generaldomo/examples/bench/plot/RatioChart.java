package io.generaldomo.examples.bench.plot;

import io.generaldomo.examples.bench.Figures;
import io.generaldomo.examples.bench.Machine;
import io.generaldomo.examples.bench.compare.Bound;
import io.generaldomo.examples.bench.compare.Row;
import java.util.List;
import java.util.Map;

/** How many times as fast as others ours is: a bar for each comparison, and a mark where the target is. */
public final class RatioChart extends Picture {
    private static final int WIDTH = 920;
    private static final int LEFT = 390;
    private static final int RIGHT = WIDTH - 90;
    private static final int TOP = 84;
    private static final int STEP = 24;
    private static final int BAR = 14;
    private static final int FOOT = 70;
    private static final int GRID = 0xe5e7eb;
    private static final int AXIS = 0x9ca3af;
    private static final int TARGET = 0x111827;
    /** What is shorter is drawn as if it was that. */
    private static final double SHORTEST = 1 / 8.0;

    private final List<Row> rows;
    private final Scale scale;

    private RatioChart(List<Row> rows) {
        super(WIDTH, TOP + STEP * rows.size() + FOOT);
        this.rows = rows;
        double least = 1;
        double most = 1;
        for (Row row : rows) {
            double ratio = row.figure().orElseThrow();
            least = Math.min(least, Math.min(ratio, row.bound().limit()));
            most = Math.max(most, Math.max(ratio, row.bound().limit()));
        }
        this.scale = Scale.doubling(Math.max(SHORTEST, least * 0.8), most);
    }

    /**
     * Makes the picture of the rows that compare us with somebody.
     *
     * @param rows of the table
     * @return a picture
     */
    public static RatioChart of(List<Row> rows) {
        return new RatioChart(rows.stream()
                .filter(row -> row.figure().isPresent() && row.bound().direction() == Bound.Direction.AT_LEAST)
                .toList());
    }

    @Override
    void drawOn(Sheet sheet) {
        sheet.text(20, 28, "How many times as fast as others", Sheet.Font.TITLE, Sheet.Anchor.START);
        Map<String, String> facts = Machine.facts();
        sheet.text(20, 46, facts.get("date") + ", " + facts.get("processors") + ", " + facts.get("java"), Sheet.Font.NOTE, Sheet.Anchor.START);
        int bottom = TOP + STEP * rows.size();
        for (double tick : scale.ticks()) {
            double x = x(tick);
            sheet.line(x, TOP - 6, x, bottom, tick == 1 ? AXIS : GRID);
            sheet.text(x, bottom + 18, Figures.digits(tick) + " ×", Sheet.Font.LABEL, Sheet.Anchor.MIDDLE);
        }
        for (int i = 0; i < rows.size(); i++) {
            drawBar(sheet, rows.get(i), TOP + i * STEP);
        }
        sheet.line(LEFT, TOP - 6, LEFT, bottom, AXIS);
        sheet.rectangle(20, bottom + 38, 3, BAR, TARGET);
        sheet.text(30, bottom + 50, "target", Sheet.Font.LABEL, Sheet.Anchor.START);
        sheet.text(90, bottom + 50, "1 × is as fast as the other one; each step to the right is twice as fast", Sheet.Font.NOTE, Sheet.Anchor.START);
    }

    private void drawBar(Sheet sheet, Row row, double y) {
        double ratio = row.figure().orElseThrow();
        sheet.text(LEFT - 10, y + BAR - 2, row.what() + ": " + row.against(), Sheet.Font.NOTE, Sheet.Anchor.END);
        sheet.rectangle(LEFT, y, Math.max(2, x(ratio) - LEFT), BAR, Colours.of(row.against()));
        sheet.rectangle(x(row.bound().limit()) - 1.5, y - 3, 3, BAR + 6, TARGET);
        sheet.text(Math.max(x(ratio), x(row.bound().limit())) + 8, y + BAR - 2, Figures.digits(ratio) + " ×", Sheet.Font.LABEL, Sheet.Anchor.START);
    }

    private double x(double ratio) {
        return LEFT + Math.max(0, scale.position(ratio)) * (RIGHT - LEFT);
    }
}
