package io.generaldomo.spec.conformance;

import io.generaldomo.spec.conformance.wire.Octets;
import io.generaldomo.spec.conformance.wire.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The octets that went over the connections of a case, both ways. Confined to the thread of the case. */
final class Transcript {
    /** As many octets of one side in a row are shown. */
    private static final int SHOWN = 160;

    private record Entry(int connection, boolean isSent, byte[] octets) {
        boolean isFollowedBy(Entry next) {
            return connection == next.connection && isSent == next.isSent;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private int connections;

    /** Counts a connection. */
    int connection() {
        return ++connections;
    }

    void sent(int connection, byte[] octets) {
        add(new Entry(connection, true, octets));
    }

    void received(int connection, byte[] octets) {
        add(new Entry(connection, false, octets));
    }

    private void add(Entry entry) {
        int last = entries.size() - 1;
        if (last >= 0 && entries.get(last).isFollowedBy(entry)) {
            byte[] before = entries.get(last).octets;
            // What is not shown need not be kept, but that there is more has to show.
            byte[] all = before.length > SHOWN ? before : Octets.join(before, entry.octets);
            entries.set(last, new Entry(entry.connection, entry.isSent, all));
        } else {
            entries.add(entry);
        }
    }

    /** A line for all that one side said in a row. */
    List<String> lines() {
        return entries.stream().map(this::line).toList();
    }

    private String line(Entry entry) {
        byte[] shown = Arrays.copyOf(entry.octets, Math.min(SHOWN, entry.octets.length));
        String which = connections > 1 ? entry.connection + " " : "";
        String more = shown.length < entry.octets.length ? " and more" : "";
        return which + (entry.isSent ? "sent     " : "received ") + Printable.hex(shown) + more + "  |" + Printable.text(shown) + '|';
    }
}
