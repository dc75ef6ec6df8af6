package io.generaldomo.examples.bench.compare;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Figures;
import io.generaldomo.examples.bench.Role;
import java.util.OptionalDouble;

/** What a request costs our broker, in CPU time or in heap. */
final class BrokerCosts {
    private BrokerCosts() {}

    /** Not more CPU time than a share of what another broker takes, which cannot be had here and was measured elsewhere. */
    static Claim cpuShare(String what, Contestant ours, String theirs, double theirNanos, Bound bound) {
        return scores -> {
            OptionalDouble nanos = cpu(scores, ours);
            return new Row(what, theirs, micros(nanos, scores.reason(ours)), Figures.micros(theirNanos), ratio(nanos, OptionalDouble.of(theirNanos)), "×", bound);
        };
    }

    /** Not more heap than so many octets. */
    static Claim heap(String what, Contestant ours, Bound bound) {
        return scores -> {
            OptionalDouble octets = scores.of(ours).map(score -> score.allocatedPerMessage(Role.BROKER)).orElse(OptionalDouble.empty());
            String text = octets.isPresent() ? Figures.digits(octets.getAsDouble()) + " octets" : scores.reason(ours);
            return new Row(what, "", text, "", octets, "octets", bound);
        };
    }

    /** Not much more CPU time with much of something than with little of it. */
    static Claim growth(String what, Contestant little, Contestant much, Bound bound) {
        return scores -> {
            OptionalDouble before = cpu(scores, little);
            OptionalDouble after = cpu(scores, much);
            return new Row(what, "itself", micros(after, scores.reason(much)), micros(before, ""), ratio(after, before), "×", bound);
        };
    }

    private static OptionalDouble cpu(Scores scores, Contestant contestant) {
        return scores.of(contestant).map(score -> score.cpuPerMessage(Role.BROKER)).orElse(OptionalDouble.empty());
    }

    private static String micros(OptionalDouble nanos, String otherwise) {
        return nanos.isPresent() ? Figures.micros(nanos.getAsDouble()) : otherwise;
    }

    private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent() ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble()) : OptionalDouble.empty();
    }
}
