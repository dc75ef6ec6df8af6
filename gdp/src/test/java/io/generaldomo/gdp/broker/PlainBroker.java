package io.generaldomo.gdp.broker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the core is to do, written as plainly as it goes: lists that are searched, time in single milliseconds. Knows workers that take one request at a time.
 * Each call returns what is sent, in order, as {@code peer TEXT}.
 */
final class PlainBroker {
    static final int EXPIRY = 7500;
    static final int PATIENCE = 3000;
    static final int MAX_TRIES = 2;

    private static final class Asked {
        final int client;
        final String service;
        final String text;
        int tries;
        long deadline;

        Asked(int client, String service, String text) {
            this.client = client;
            this.service = service;
            this.text = text;
        }
    }

    private static final class Registered {
        final int peer;
        final String service;
        @Nullable Asked holds;
        boolean clientLeft;
        long deadline;

        Registered(int peer, String service) {
            this.peer = peer;
            this.service = service;
        }
    }

    private final Map<Integer, Registered> workers = new LinkedHashMap<>();

    /** The least recently used one is the first. */
    private final List<Registered> idle = new ArrayList<>();
    private final List<Asked> waiting = new ArrayList<>();

    /** Whose turn it is, by service. */
    private final Map<String, List<Integer>> turns = new LinkedHashMap<>();
    private final List<String> sent = new ArrayList<>();
    private long now;

    private List<String> taken() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    List<String> request(int client, String service, String text) {
        heard(client);
        give(new Asked(client, service, text), false);
        return taken();
    }

    List<String> ready(int peer, String service) {
        heard(peer);
        if (workers.containsKey(peer)) {
            remove(peer);
            sent.add(peer + " DISCONNECT");
        } else {
            Registered worker = new Registered(peer, service);
            workers.put(peer, worker);
            free(worker);
        }
        return taken();
    }

    List<String> heartbeat(int peer) {
        heard(peer);
        if (!workers.containsKey(peer)) {
            sent.add(peer + " DISCONNECT");
        }
        return taken();
    }

    List<String> disconnect(int peer) {
        remove(peer);
        return taken();
    }

    boolean isBusy(int peer) {
        return workers.containsKey(peer) && workers.get(peer).holds != null;
    }

    List<String> reply(int peer, String text) {
        Registered worker = workers.get(peer);
        if (!worker.clientLeft) {
            sent.add(worker.holds.client + " REPLY " + worker.service + " " + text);
        }
        worker.holds = null;
        free(worker);
        return taken();
    }

    /** Nothing is said to who is gone; but what others are given comes out. */
    List<String> gone(int peer) {
        waiting.removeIf(asked -> asked.client == peer);
        turns.values().forEach(turn -> turn.remove((Integer) peer));
        for (Registered worker : workers.values()) {
            if (worker.holds != null && worker.holds.client == peer) {
                worker.clientLeft = true;
            }
        }
        remove(peer);
        return taken();
    }

    List<String> advance(int millis) {
        for (long end = now + millis; now < end;) {
            now++;
            List<Registered> silent = new ArrayList<>(idle);
            silent.removeIf(worker -> worker.deadline > now);
            silent.sort(Comparator.comparingLong(worker -> worker.deadline));
            for (Registered worker : silent) {
                sent.add(worker.peer + " DISCONNECT");
                remove(worker.peer);
            }
            for (Asked asked : List.copyOf(waiting)) {
                if (asked.deadline <= now) {
                    takeOut(asked);
                }
            }
        }
        return taken();
    }

    private void heard(int peer) {
        Registered worker = workers.get(peer);
        if (worker != null) {
            worker.deadline = now + EXPIRY;
        }
    }

    private void free(Registered worker) {
        worker.clientLeft = false;
        worker.deadline = now + EXPIRY;
        List<Integer> turn = turns.getOrDefault(worker.service, List.of());
        if (turn.isEmpty()) {
            idle.add(worker);
            return;
        }
        int client = turn.get(0);
        Asked next = waiting.stream().filter(a -> a.client == client && a.service.equals(worker.service)).findFirst().orElseThrow();
        takeOut(next);
        if (turn.remove((Integer) client)) {
            turn.add(client);
        }
        hold(worker, next);
    }

    private void hold(Registered worker, Asked asked) {
        idle.remove(worker);
        worker.holds = asked;
        asked.tries++;
        sent.add(worker.peer + " REQUEST " + asked.text);
    }

    private void give(Asked asked, boolean first) {
        for (Registered worker : idle) {
            if (worker.service.equals(asked.service)) {
                hold(worker, asked);
                return;
            }
        }
        asked.deadline = now + PATIENCE;
        List<Integer> turn = turns.computeIfAbsent(asked.service, service -> new ArrayList<>());
        if (first) {
            waiting.add(0, asked);
            turn.remove((Integer) asked.client);
            turn.add(0, asked.client);
        } else {
            waiting.add(asked);
            if (!turn.contains(asked.client)) {
                turn.add(asked.client);
            }
        }
    }

    private void takeOut(Asked asked) {
        waiting.remove(asked);
        if (waiting.stream().noneMatch(a -> a.client == asked.client && a.service.equals(asked.service))) {
            turns.get(asked.service).remove((Integer) asked.client);
        }
    }

    private void remove(int peer) {
        Registered worker = workers.remove(peer);
        if (worker == null) {
            return;
        }
        idle.remove(worker);
        if (worker.holds != null && !worker.clientLeft && worker.holds.tries < MAX_TRIES) {
            give(worker.holds, true);
        }
    }
}
