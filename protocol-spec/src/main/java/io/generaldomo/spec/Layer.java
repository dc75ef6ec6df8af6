package io.generaldomo.spec;

/**
 * Whose rules a {@link GoldenVector} is about. The octets of a vector of {@link #MAJORDOMO} that stand in traffic are whole
 * messages of ZMTP; to ZMTP they are good ones, whatever a broker, a client or a worker makes of them.
 */
public enum Layer {
    /** ZMTP: greeting, handshake, frames, commands. */
    ZMTP,
    /** The Majordomo dialects and the packings. */
    MAJORDOMO
}
