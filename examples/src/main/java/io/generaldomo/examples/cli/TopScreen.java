package io.generaldomo.examples.cli;

import io.generaldomo.examples.top.BrokerLook;
import io.generaldomo.examples.top.Screen;
import io.generaldomo.examples.top.Sight;
import io.generaldomo.gdp.GdpException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ExitCode;

/**
 * {@code top} on a terminal: looks, shows, and waits for the next look, a key or another size of the terminal. A broker that does not answer is asked
 * again. Runs on the thread of the command.
 */
final class TopScreen {
    private enum Event {
        RESIZED,
        END
    }

    private final BrokerWatch watch;
    private final String address;
    private final Duration interval;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private Optional<BrokerLook> before = Optional.empty();
    private Optional<Sight> sight = Optional.empty();
    private String trouble = "";

    TopScreen(BrokerWatch watch, String address, Duration interval) {
        this.watch = watch;
        this.address = address;
        this.interval = interval;
    }

    int run(PrintWriter out, Console console) {
        try (TerminalScreen screen = new TerminalScreen(out)) {
            Ending ending = new Ending(console, "", screen::close);
            Signals.on(number -> events.add(Event.RESIZED), "WINCH");
            screen.onKey(key -> {
                if (key == 'q' || key == 'Q') {
                    events.add(Event.END);
                }
            });
            do {
                look();
                show(screen);
            } while (waits(screen));
            ending.now();
            return ExitCode.OK;
        }
    }

    private void look() {
        try {
            BrokerLook now = watch.look();
            sight = Optional.of(Sight.of(before, now));
            before = Optional.of(now);
            trouble = "";
        } catch (BrokerWatch.NotTold e) {
            trouble = e.getMessage();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof GdpException)) {
                throw e;
            }
            trouble = "no broker answers at " + address + ": " + e.getCause().getMessage();
        }
    }

    /** Until the next look; false if there is to be none. */
    private boolean waits(TerminalScreen screen) {
        long end = System.nanoTime() + interval.toNanos();
        try {
            while (true) {
                Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event != Event.RESIZED) {
                    return event == null;
                }
                show(screen);
            }
        } catch (InterruptedException asked) {
            return false;
        }
    }

    private void show(TerminalScreen screen) {
        int[] size = screen.size();
        if (trouble.isEmpty() && sight.isPresent()) {
            screen.show(new Screen(size[1], size[0]).lines(sight.get(), address).stream().map(TopScreen::styled).toList());
        } else {
            screen.show(List.of(trouble));
        }
    }

    /** The text of a line has no markup of picocli's: it is put in behind it. */
    private static String styled(Screen.Line line) {
        return line.isHead() && Console.OUT.enabled() ? "\u001b[1m" + line.text() + "\u001b[0m" : line.text();
    }
}
