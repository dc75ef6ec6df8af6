package io.generaldomo.zmtp.socket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links that take turns; one whose queue is full is passed over (RFC 28/REQREP, "round-robin"). Confined to the socket's event loop. */
final class LoadBalancer {
    private final List<Link> links = new ArrayList<>();
    private int turn;

    void add(Link link) {
        links.add(link);
    }

    void remove(Link link) {
        int index = links.indexOf(link);
        if (index < 0) {
            return;
        }
        links.remove(index);
        if (index < turn) {
            turn--;
        }
    }

    /** The next link with room, or null if there is none. */
    @Nullable Link next() {
        for (int tried = 0; tried < links.size(); tried++) {
            if (turn >= links.size()) {
                turn = 0;
            }
            Link link = links.get(turn++);
            if (link.hasRoom()) {
                return link;
            }
        }
        return null;
    }
}
