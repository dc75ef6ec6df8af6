package io.generaldomo.examples.bench.role;

/** The thread of a role that stands for that of an application. It ends with the process; what it throws ends the process. */
public final class Application {
    private Application() {}

    /** What the thread does. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it, for as long as the process lives.
         *
         * @throws Exception and so ends the process
         */
        void run() throws Exception;
    }

    /**
     * Begins a thread.
     *
     * @param work what it does
     */
    public static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                fail(e);
            }
        }, "application");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Ends the process: a figure that comes after a failure is none.
     *
     * @param cause goes to standard error
     */
    public static void fail(Throwable cause) {
        cause.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
