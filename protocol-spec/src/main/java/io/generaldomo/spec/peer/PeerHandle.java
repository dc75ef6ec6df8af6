package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A socket or a role in a peer process: its number, its events, and the answer that told that it was made. */
record PeerHandle(PeerProcess process, String id, PeerEvents events, PeerLine made) {
    PeerLine call(String verb) {
        return call(verb, Map.of());
    }

    PeerLine call(String verb, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("on", id);
        return process.call(verb, all);
    }

    /** Takes the next event of that kind. */
    PeerLine await(String kind, Duration patience) {
        return await(kind, "", "", patience);
    }

    /** Takes the next event of that kind in which the key has that value. */
    PeerLine await(String kind, String key, String value, Duration patience) {
        PeerLine line = events.take(candidate -> candidate.word().equals(kind) && candidate.value(key).equals(value), patience);
        if (line == null) {
            throw process.failure("sent no " + kind + " " + value + " within " + patience + "; what it sent: " + events, null);
        }
        return line;
    }
}
