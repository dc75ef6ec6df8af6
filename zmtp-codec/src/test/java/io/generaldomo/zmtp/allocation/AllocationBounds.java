package io.generaldomo.zmtp.allocation;

/**
 * What the hot paths may cost, in octets of heap if nothing else is said; the guards of all modules have their bounds here. Each is what was measured, rounded
 * up a little: the figures are the same in each run, interpreted or compiled. Whoever makes a path cheaper lowers its bound.
 */
public final class AllocationBounds {
    /** From octets to a message of one part that the application has. */
    public static final int DECODED_MESSAGE = 128;
    /** For each further part. */
    public static final int DECODED_PART = 48;

    /** From a message of one part to octets. */
    public static final int ENCODED_MESSAGE = 224;
    /** For each further part. */
    public static final int ENCODED_PART = 64;

    /** Buffers that go to the socket when 64 small messages are flushed at once. */
    public static final int BUFFERS_OF_SMALL_MESSAGES = 64;
    /** The same of large ones, which are not copied. */
    public static final int BUFFERS_OF_LARGE_MESSAGES = 128;

    /** From a message to octets that are encrypted, and back. */
    public static final int CURVE_MESSAGE = 1024;

    /** A request and its reply in the broker's core. */
    public static final int REQUEST_IN_CORE = 680;
    /** A request and its reply in the broker, octets to octets, over CLIENT and SERVER. */
    public static final int GDP_REQUEST_IN_BROKER = 2304;
    /** The same over DEALER and ROUTER, where each frame is a part. */
    public static final int MDP_REQUEST_IN_BROKER = 3520;

    private AllocationBounds() {}
}
