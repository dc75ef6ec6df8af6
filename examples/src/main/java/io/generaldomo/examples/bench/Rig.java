package io.generaldomo.examples.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The processes of a contestant, running. While others are measured they are suspended, so that they take no CPU time away; that they stay is what saves
 * starting and warming them up for each run. Used by one thread; closing it ends the processes.
 */
final class Rig implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration WINDOW = Duration.ofMillis(400);
    private static final int MOST_STARTS = 5;

    private final Contestant contestant;
    private final Map<Role, RoleProcess> processes = new EnumMap<>(Role.class);

    /**
     * Starts them all, those that bind first.
     *
     * @throws PeerException if one does not start
     */
    Rig(Contestant contestant) throws InterruptedException {
        this.contestant = contestant;
        boolean curve = contestant.setting().value("mechanism").filter("curve"::equals).isPresent();
        CurveKeys keys = curve ? new CurveKeys() : null;
        List<String> shared = new ArrayList<>(contestant.setting().arguments());
        try {
            for (Role role : contestant.course().roles()) {
                List<String> arguments = new ArrayList<>(shared);
                if (keys != null) {
                    arguments.addAll(keys.arguments(role));
                }
                RoleProcess process = RoleProcess.of(contestant.cast().get(role), role, arguments);
                processes.put(role, process);
                if (role.binds()) {
                    shared.add("endpoint=" + process.endpoint());
                }
            }
        } catch (PeerException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts them all, and waits until something comes through. Where nothing does they are started anew: JeroMQ 0.6.0 goes deaf at about one connect in
     * twenty, whoever listens.
     *
     * @throws PeerException if one does not start, or nothing comes through however often
     */
    static Rig thatWorks(Contestant contestant) throws InterruptedException {
        for (int tried = 0; tried < MOST_STARTS; tried++) {
            Rig rig = new Rig(contestant);
            if (rig.works()) {
                return rig;
            }
            rig.close();
        }
        throw idle(contestant);
    }

    private boolean works() throws InterruptedException {
        try {
            long end = System.nanoTime() + FIRST_PATIENCE.toNanos();
            boolean idle = true;
            while (idle && System.nanoTime() - end < 0) {
                idle = measure(SHORT).isIdle();
            }
            return !idle;
        } catch (PeerException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private static PeerException idle(Contestant contestant) {
        return new PeerException("nothing comes through, measured with " + contestant.name());
    }

    /** Lets traffic flow until its rate stands still, or for the longest time. */
    void warmUp(Duration longest) throws InterruptedException {
        Duration window = longest.compareTo(WINDOW) < 0 ? longest : WINDOW;
        long end = System.nanoTime() + longest.toNanos();
        Plateau plateau = new Plateau();
        boolean still = false;
        while (!still && System.nanoTime() - end < 0) {
            still = plateau.isReachedWith(measure(window).messagesPerSecond());
        }
    }

    /**
     * Measures for some time; once more if nothing came through, since nothing is no figure.
     *
     * @throws PeerException if nothing comes through for long
     */
    Run run(Duration time) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Run run = measure(time);
        while (run.isIdle()) {
            if (System.nanoTime() - end > 0) {
                throw idle(contestant);
            }
            run = measure(time);
        }
        return run;
    }

    private Run measure(Duration time) throws InterruptedException {
        for (RoleProcess process : processes.values()) {
            process.start();
        }
        Map<Role, Duration> before = cpu();
        Thread.sleep(time.toMillis());
        Map<Role, Duration> after = cpu();
        Map<Role, Long> resident = new EnumMap<>(Role.class);
        processes.forEach((role, process) -> resident.put(role, process.residentOctets()));
        for (RoleProcess process : processes.values()) {
            process.stop();
        }
        Map<Role, Run.Part> parts = new EnumMap<>(Role.class);
        for (Map.Entry<Role, RoleProcess> entry : processes.entrySet()) {
            Role role = entry.getKey();
            long nanos = after.get(role).minus(before.get(role)).toNanos();
            parts.put(role, new Run.Part(entry.getValue().result(), nanos, resident.get(role)));
        }
        return new Run(contestant.course().counted(), parts);
    }

    private Map<Role, Duration> cpu() {
        Map<Role, Duration> times = new EnumMap<>(Role.class);
        processes.forEach((role, process) -> times.put(role, process.cpu()));
        return times;
    }

    void suspend() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        String all = processes.values().stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + all).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new PeerException("the processes of " + contestant.name() + " cannot be suspended: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (!processes.isEmpty()) {
            signal("CONT");
        }
        List<RoleProcess> lastFirst = new ArrayList<>(processes.values());
        Collections.reverse(lastFirst);
        lastFirst.forEach(RoleProcess::close);
    }
}
