package io.generaldomo.zmtp.allocation;

/**
 * What the hot paths may cost, in octets of heap if nothing else is said; the guards of all modules have their bounds here.
 *
 * <p>Each is what an interpreted run (-Xint) allocates, rounded up a little. Escape analysis only makes that less, whenever the compiler comes to it, so no
 * machine is too busy for these bounds; they guard what the code asks for, not what is left of it. Whoever makes a path cheaper lowers its bound.
 */
public final class AllocationBounds {
    /** From octets to a message of one part that the application has. */
    public static final int DECODED_MESSAGE = 88;
    /** For each further part. */
    public static final int DECODED_PART = 80;

    /** From a small message of one part to octets. */
    public static final int ENCODED_MESSAGE = 72;
    /** For each further part. */
    public static final int ENCODED_PART = 72;
    /** From a large message of one part to octets, which are not copied. */
    public static final int ENCODED_LARGE_MESSAGE = 56;

    /** Buffers that go to the socket when 64 small messages are flushed at once. */
    public static final int BUFFERS_OF_SMALL_MESSAGES = 7;
    /** The same of large ones. */
    public static final int BUFFERS_OF_LARGE_MESSAGES = 128;

    /** From a message to octets that are encrypted, and back. */
    public static final int CURVE_MESSAGE = 336;

    /** A request and its reply in the broker's core. */
    public static final int REQUEST_IN_CORE = 304;
    /** A request and its reply in the broker, octets to octets, over CLIENT and SERVER. */
    public static final int GDP_REQUEST_IN_BROKER = 736;
    /** The same over DEALER and ROUTER, where each frame is a part. */
    public static final int MDP_REQUEST_IN_BROKER = 2208;

    private AllocationBounds() {}
}
