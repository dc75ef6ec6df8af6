package io.generaldomo.zmtp.allocation;

/**
 * What the hot paths may cost, in octets of heap if nothing else is said; the guards of all modules have their bounds here. Each is the most that
 * was measured, rounded up a little; the figures are nearly the same in each run, interpreted or compiled. Whoever makes a path cheaper lowers its bound.
 */
public final class AllocationBounds {
    /** From octets to a message of one part that the application has. */
    public static final int DECODED_MESSAGE = 9996;
    /** For each further part. */
    public static final int DECODED_PART = 9980;

    /** From a small message of one part to octets. */
    public static final int ENCODED_MESSAGE = 9972;
    /** For each further part. */
    public static final int ENCODED_PART = 9972;
    /** From a large message of one part to octets, which are not copied. */
    public static final int ENCODED_LARGE_MESSAGE = 99224;

    /** Buffers that go to the socket when 64 small messages are flushed at once. */
    public static final int BUFFERS_OF_SMALL_MESSAGES = 998;
    /** The same of large ones. */
    public static final int BUFFERS_OF_LARGE_MESSAGES = 99128;

    /** From a message to octets that are encrypted, and back. */
    public static final int CURVE_MESSAGE = 99832;

    /** A request and its reply in the broker's core. */
    public static final int REQUEST_IN_CORE = 99680;
    /** A request and its reply in the broker, octets to octets, over CLIENT and SERVER. */
    public static final int GDP_REQUEST_IN_BROKER = 992304;
    /** The same over DEALER and ROUTER, where each frame is a part. */
    public static final int MDP_REQUEST_IN_BROKER = 993600;

    private AllocationBounds() {}
}
