package io.generaldomo.examples.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures contestants side by side: all are started and warmed up, then each has a run, and so again and again. What disturbs the machine for a while
 * disturbs all of them alike. Only the one whose turn it is runs.
 */
public final class Contest {
    /** After a pause: heartbeats that are overdue, connections that come back, caches that fill. */
    private static final Duration SETTLE = Duration.ofMillis(300);

    private Contest() {}

    /**
     * Measures.
     *
     * @param contestants one or more
     * @param pace how long and how often
     * @param step called when something is done, {@link #steps} times
     * @return a score for each contestant, in the same order
     * @throws InterruptedException if the thread is interrupted; the processes end
     * @throws PeerException if a process fails
     */
    public static List<Score> hold(List<Contestant> contestants, Pace pace, Runnable step) throws InterruptedException {
        List<Rig> rigs = new ArrayList<>();
        List<List<Run>> runs = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                Rig rig = Rig.thatWorks(contestant);
                rigs.add(rig);
                runs.add(new ArrayList<>());
                rig.warmUp(pace.warmUp(contestant));
                rig.suspend();
                step.run();
            }
            for (int i = 0; i < pace.runs(); i++) {
                for (int j = 0; j < rigs.size(); j++) {
                    runs.get(j).add(turn(rigs.get(j), pace.time()));
                    step.run();
                }
            }
        } finally {
            rigs.forEach(Rig::close);
        }
        List<Score> scores = new ArrayList<>();
        for (int j = 0; j < rigs.size(); j++) {
            scores.add(new Score(contestants.get(j), runs.get(j)));
        }
        return scores;
    }

    private static Run turn(Rig rig, Duration time) throws InterruptedException {
        rig.resume();
        Thread.sleep(SETTLE.toMillis());
        Run run = rig.run(time);
        rig.suspend();
        return run;
    }

    /**
     * How often a contest says that something is done.
     *
     * @param contestants how many there are
     * @param pace how often each has a run
     * @return warm-ups and runs
     */
    public static int steps(int contestants, Pace pace) {
        return contestants * (1 + pace.runs());
    }
}
