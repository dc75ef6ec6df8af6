package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All cases of Majordomo. Stateless. */
public final class MajordomoSuite {
    /** The dialects that have cases of their own; the 32-bit forms of GDP differ in the packing only. */
    private static final List<Dialect> WHOLE =
            List.of(Dialect.MDP_01, Dialect.MDP_02, Dialect.ZPROTO, Dialect.MDP_0X, Dialect.GDP, Dialect.GDP_02);

    private static final List<Function<Dialect, List<ConformanceCase>>> GROUPS = List.of(
            LivenessCases::of, ClientCases::of, WorkerCases::of, MalformedCases::of, MmiCases::of, WorkerPeerCases::of, ClientPeerCases::of);

    private MajordomoSuite() {}

    /**
     * All of them: a broker, a worker or a client is asked those of the dialects that it was found to speak.
     *
     * @return cases with ids of their own
     */
    public static List<ConformanceCase> cases() {
        List<ConformanceCase> cases = new ArrayList<>();
        for (Dialect dialect : WHOLE) {
            GROUPS.forEach(group -> cases.addAll(group.apply(dialect)));
            if (dialect.streams()) {
                cases.addAll(StreamCases.of(dialect));
            }
        }
        cases.addAll(MmeCases.cases());
        cases.addAll(BridgeCases.cases());
        return List.copyOf(cases);
    }
}
