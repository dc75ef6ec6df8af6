package io.generaldomo.spec;

/**
 * Whose rules a {@link GoldenVector} is about. The octets of a vector of {@link #MAJORDOMO} that stand in traffic are whole
 * messages of ZMTP; to ZMTP they are good ones, whatever a broker, a client or a worker makes of them.
 */
public enum Layer {
    /** ZMTP with the mechanism NULL: greeting, handshake, frames, commands. */
    ZMTP,
    /** ZMTP with the mechanism PLAIN. */
    PLAIN,
    /** ZMTP with the mechanism CURVE. */
    CURVE,
    /** ZMTP over WebSocket, beneath and with any mechanism. In the place of a greeting stands the upgrade. */
    ZWS,
    /** The Majordomo dialects and the packings. */
    MAJORDOMO
}
