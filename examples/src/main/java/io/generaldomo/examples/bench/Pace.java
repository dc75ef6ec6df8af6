package io.generaldomo.examples.bench;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param warmUp longest traffic before the first run, which ends as soon as its rate stands still; a quarter of it for those who are as fast as they get
 * @param time of each run
 * @param runs how many
 */
public record Pace(Duration warmUp, Duration time, int runs) {
    private static final int SHARE = 4;

    Duration warmUp(Contestant contestant) {
        return contestant.warmsUp() ? warmUp : warmUp.dividedBy(SHARE);
    }
}
