package io.generaldomo.examples.top;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a terminal of some size shows of a broker: a head, its services, its workers. Names have to be printable already. Immutable.
 *
 * @param width in columns
 * @param height in lines
 */
public record Screen(int width, int height) {
    /** For what is not a terminal: everything. */
    public static final Screen UNLIMITED = new Screen(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final List<String> SERVICES = List.of("QUEUED", "OLDEST", "IDLE", "BUSY", "REQ/S", "REPLY/S", "EXPIRED", "FAILED", "SERVICE");
    private static final List<String> WORKERS = List.of("WORKER", "STATE", "HOLDS", "DIALECT", "PEER", "SERVICE");
    private static final int HEAD = 3;
    private static final int BETWEEN = 3; // the names of the columns, twice, and a line between the tables

    /**
     * A line.
     *
     * @param text of it
     * @param isHead whether it names what is below it
     */
    public record Line(String text, boolean isHead) {}

    /**
     * Lays it out.
     *
     * @param sight what there is to show
     * @param address of the broker
     * @return at most as many lines as there is room for
     */
    public List<Line> lines(Sight sight, String address) {
        List<Line> lines = new ArrayList<>();
        BrokerLook look = sight.look();
        lines.add(new Line(cut("generaldomo " + look.version() + " at " + address + ", " + look.state() + ", up " + uptime(look.uptimeMillis())), true));
        lines.add(new Line(cut(String.format(Locale.ROOT, "%d services, %d workers, %d queued, %d under way, %s requests/s, %s replies/s",
                look.services().size(), look.workers().size(), look.queued(), look.underWay(), sight.requests(), sight.replies())), false));
        lines.add(new Line("", false));
        int room = Math.max(2, height - HEAD - BETWEEN);
        int services = Math.min(sight.services().size(), Math.max(room - sight.workers().size(), room / 2));
        table(lines, new Columns(SERVICES, sight.services().stream().limit(services).map(Screen::cells).toList()), sight.services().size());
        lines.add(new Line("", false));
        table(lines, new Columns(WORKERS, sight.workers().stream().limit(room - services).map(Screen::cells).toList()), sight.workers().size());
        return lines.subList(0, Math.min(lines.size(), height));
    }

    /** What does not fit is counted in the head of the table. */
    private void table(List<Line> lines, Columns columns, int all) {
        List<String> texts = columns.lines(width);
        int missing = all - columns.rows().size();
        lines.add(new Line(cut(texts.get(0) + (missing == 0 ? "" : "  (" + missing + " more)")), true));
        texts.subList(1, texts.size()).forEach(text -> lines.add(new Line(text, false)));
    }

    private static List<String> cells(ServiceRow row) {
        ServiceLook look = row.look();
        return List.of(
                Long.toString(look.queued()), age(look.oldestMillis()), Long.toString(look.idle()), Long.toString(look.busy()), row.requests().toString(),
                row.replies().toString(), Long.toString(look.expired()), Long.toString(look.failed()), look.name());
    }

    private static List<String> cells(WorkerLook look) {
        return List.of(Long.toString(look.number()), look.state(), Long.toString(look.holds()), look.dialect(), look.peer(), look.service());
    }

    private static String age(long millis) {
        if (millis == 0) {
            return "-";
        }
        return millis < 10_000 ? millis + "ms" : uptime(millis);
    }

    private static String uptime(long millis) {
        long seconds = millis / 1000;
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + "h" + minutes % 60 + "m" : hours / 24 + "d" + hours % 24 + "h";
    }

    private String cut(String text) {
        return Columns.cut(text, width);
    }
}
