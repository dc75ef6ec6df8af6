package io.generaldomo.zmtp.fuzz;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.Position;
import java.util.List;
import java.util.Set;

/** The golden vectors, good and malformed, as inputs to begin with. */
public final class FuzzSeeds {
    private static final int LONGEST = 1000;

    private FuzzSeeds() {}

    /** The octets of all vectors that stand in one of these places, except long ones. */
    public static List<byte[]> standing(Position... places) {
        return GoldenVectors.all().stream()
                .filter(vector -> Set.of(places).contains(vector.stands()))
                .map(GoldenVector::bytes)
                .filter(octets -> octets.length <= LONGEST)
                .toList();
    }
}
