package io.generaldomo.examples.cli;

import io.generaldomo.examples.bench.Contestant;
import io.generaldomo.examples.bench.Course;
import io.generaldomo.examples.bench.Setting;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code generaldomo bench thr}: how many messages go one way. */
@Command(name = "thr", description = "Measure messages one way, from a PUSH socket to a PULL socket.")
final class BenchThrCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions bench;

    @Override
    public Integer call() throws InterruptedException, IOException {
        bench.measure("one way, PUSH to PULL", Setting.empty().with("kind", "push-pull"),
                (peer, setting) -> Contestant.of(peer, Course.ONE_WAY, setting));
        return ExitCode.OK;
    }
}
