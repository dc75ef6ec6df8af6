package io.generaldomo.zmtp.socket;

/**
 * What an XPUB tells its application about subscriptions, and who decides about them.
 *
 * @param report which subscriptions the application is told
 * @param decision who decides about them
 */
public record XpubOptions(Report report, Decision decision) {
    /** The application is told what is new, and the socket decides. */
    public static final XpubOptions DEFAULT = new XpubOptions(Report.NEWS, Decision.SOCKET);

    /** Which subscriptions the application is told. */
    public enum Report {
        /** The first to a topic, and when nobody has it any more. */
        NEWS,
        /** Every subscription, and when nobody has the topic any more: libzmq's "verbose". */
        EVERY_SUBSCRIPTION,
        /** Every subscription, and each time that one is taken back: libzmq's "verboser". */
        EVERYTHING
    }

    /** Who decides about subscriptions. */
    public enum Decision {
        /** The socket: they count as they come. */
        SOCKET,
        /** The application: it is told all of them, and says by {@link ZmtpXpub#subscribe} what counts: libzmq's "manual". */
        APPLICATION
    }
}
