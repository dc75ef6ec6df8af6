package io.generaldomo.examples.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a command that runs until it is told to end: by Ctrl-C (SIGINT), by SIGTERM, or by interrupting its thread.
 *
 * <p>To end is what such a command is asked for, so it is a success: the process exits with 0, not with the JVM's 130 or 143. A second signal means
 * "at once": what is still under way is given up, and the exit code is 128 and the number of the signal, as of any program that a signal ends.
 *
 * <p>Made and waited for by one thread.
 */
final class Ending {
    private final Console console;
    private final String farewell;
    private final Runnable close;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch asked = new CountDownLatch(1);

    /**
     * Prepares for the end.
     *
     * @param console is told when everything is closed
     * @param close says goodbye; bounded in time
     */
    Ending(Console console, Runnable close) {
        this(console, "closed", close);
    }

    /** The same with another last line than the usual one; none if it is empty, for output that programs read. */
    Ending(Console console, String farewell, Runnable close) {
        this.console = console;
        this.farewell = farewell;
        this.close = close;
        Signals.on(this::onSignal, "INT", "TERM");
    }

    private void onSignal(int number) {
        if (!begun.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(128 + number);
        }
        try {
            console.leaveControlCharacters();
            close.run();
            sayFarewell();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void sayFarewell() {
        if (!farewell.isEmpty()) {
            console.say(farewell);
        }
    }

    /** Waits for the end and closes. */
    void await() {
        try {
            asked.await();
            now();
            sayFarewell();
        } catch (InterruptedException interrupted) {
            now();
        }
    }

    /** Asks for the end, as a signal does; any thread may. */
    void ask() {
        asked.countDown();
    }

    /** Lets some time pass; false if the end came and everything is closed. */
    boolean goesOnAfter(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException asked) {
            now();
            return false;
        }
    }

    /** Ends at once. */
    void now() {
        if (begun.compareAndSet(false, true)) {
            close.run();
        }
    }
}
