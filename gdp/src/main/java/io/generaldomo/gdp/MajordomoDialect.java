package io.generaldomo.gdp;

import io.generaldomo.zmtp.SocketType;

/**
 * The ways in which a client or a worker can speak to its broker; {@code protocol-spec/mdp-dialects.md} has their octets. Our broker understands all of
 * them, on every endpoint; another broker, as a rule, one.
 */
public enum MajordomoDialect {
    /** RFC 7/MDP, the Majordomo of the ZeroMQ Guide. */
    MDP_01(SocketType.DEALER),
    /** RFC 18/MDP: has partial replies. */
    MDP_02(SocketType.DEALER),
    /** 18/MDP as the master of zeromq/majordomo packs it, by zproto. */
    MDP_02_ZPROTO(SocketType.DEALER),
    /** libmdp in zeromq/majordomo: any number of replies, and no mark at the last. */
    MDP_0X(SocketType.DEALER),
    /** Generaldomo's own: 7/MDP in single parts. */
    GDP(SocketType.CLIENT),
    /** GDP in the 32-bit packing of early Generaldomo software on little-endian machines. */
    GDP_LE32(SocketType.CLIENT),
    /** GDP in the 32-bit packing of early Generaldomo software on big-endian machines. */
    GDP_BE32(SocketType.CLIENT),
    /** 18/MDP in single parts: GDP with partial replies. */
    GDP_02(SocketType.CLIENT),
    /** GDP for many requests at a time: clients and workers share connections among them. Partial replies as well. */
    GDP_03(SocketType.CLIENT);

    private final SocketType socketType;

    MajordomoDialect(SocketType socketType) {
        this.socketType = socketType;
    }

    /**
     * The type of socket that it is spoken over.
     *
     * @return {@link SocketType#CLIENT} for the dialects whose messages have a single part, else {@link SocketType#DEALER}
     */
    public SocketType socketType() {
        return socketType;
    }
}
