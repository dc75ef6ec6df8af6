package io.generaldomo.examples.top;

/**
 * A worker as it was when the broker was asked. Immutable.
 *
 * @param number of its registration
 * @param state {@code idle}, {@code busy} or {@code leaving}
 * @param holds requests that it works on
 * @param dialect that it speaks
 * @param peer its address
 * @param service that it serves
 */
public record WorkerLook(long number, String state, long holds, String dialect, String peer, String service) {}
