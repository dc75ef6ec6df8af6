package io.generaldomo.spec.conformance.cases;

import io.generaldomo.spec.conformance.ConformanceCase;
import io.generaldomo.spec.conformance.majordomo.MajordomoSuite;
import io.generaldomo.spec.conformance.zws.ZwsSuite;
import java.util.List;
import java.util.stream.Stream;

/** All cases of the kit. Stateless. */
public final class Suite {
    private Suite() {}

    /**
     * All cases, group by group.
     *
     * @return cases with ids of their own
     */
    public static List<ConformanceCase> all() {
        return Stream.of(
                        GreetingCases.cases(),
                        ReadyCases.cases(),
                        SocketTypeCases.cases(),
                        NullCases.cases(),
                        FramingCases.cases(),
                        CommandCases.cases(),
                        HeartbeatCases.cases(),
                        EchoCases.cases(),
                        EnvelopeCases.cases(),
                        ClientServerCases.cases(),
                        ExclusiveCases.cases(),
                        PipelineCases.cases(),
                        PubSubCases.cases(),
                        RadioDishCases.cases(),
                        PlainServerCases.cases(),
                        PlainClientCases.cases(),
                        CurveServerCases.cases(),
                        CurveClientCases.cases(),
                        CurveTrafficCases.cases(),
                        ZwsSuite.cases(),
                        MajordomoSuite.cases())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The names of the groups.
     *
     * @return as {@code zmtp/3.1/framing}, in the order of the suite
     */
    public static List<String> groups() {
        return all().stream().map(ConformanceCase::group).distinct().toList();
    }
}
