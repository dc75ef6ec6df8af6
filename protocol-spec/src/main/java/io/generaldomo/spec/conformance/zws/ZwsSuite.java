package io.generaldomo.spec.conformance.zws;

import io.generaldomo.spec.conformance.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All cases of ZWS. Stateless. */
public final class ZwsSuite {
    private ZwsSuite() {}

    /**
     * All of them, group by group.
     *
     * @return cases with ids of their own
     */
    public static List<ConformanceCase> cases() {
        return Stream.of(
                        RequestCases.cases(),
                        AnswerCases.cases(),
                        HandshakeCases.cases(),
                        BareCases.cases(),
                        FramingCases.cases(),
                        ControlCases.cases(),
                        MessageCases.cases())
                .flatMap(List::stream)
                .toList();
    }
}
