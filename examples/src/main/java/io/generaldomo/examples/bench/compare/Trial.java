package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Contest;
import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Pace;
import io.generaldomo.examples.bench.PeerException;
import java.util.List;

/**
 * A contest, and what is claimed about it. Contestants who miss something on this machine do not take part; one who fails spoils it for all of them.
 *
 * @param what is measured
 * @param contestants who have different names
 * @param claims a row each
 */
record Trial(String what, List<Contestant> contestants, List<Claim> claims) implements Question {
    private List<Contestant> present() {
        return contestants.stream().filter(contestant -> contestant.missing().isEmpty() && contestant.plays()).toList();
    }

    @Override
    public int steps(Pace pace) {
        return Contest.steps(present().size(), pace);
    }

    @Override
    public List<Row> answer(Pace pace, Runnable step) throws InterruptedException {
        Scores scores = scores(pace, step);
        return claims.stream().map(claim -> claim.row(scores)).toList();
    }

    private Scores scores(Pace pace, Runnable step) throws InterruptedException {
        try {
            return new Scores(Contest.hold(present(), pace, step), "");
        } catch (PeerException e) {
            return new Scores(List.of(), e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
