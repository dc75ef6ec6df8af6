package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The dialects of Majordomo: which frames a command has, and how they lie in a message. What is built is not checked. The frames are those of
 * {@code mdp-dialects.md} without the empty one in front, which belongs to the packing.
 */
public enum Dialect {
    /** 7/MDP. */
    MDP_01("MDP 0.1", "mdp/0.1", "01", "DEALER", Packing.DELIMITED),
    /** 18/MDP. */
    MDP_02("MDP 0.2", "mdp/0.2", "02", "DEALER", Packing.BARE),
    /** 18/MDP in the heads that zproto makes. */
    ZPROTO("MDP 0.2 by zproto", "zproto/0.2", "02", "DEALER", Packing.ZPROTO),
    /** What libmdp speaks. */
    MDP_0X("MDP 0X", "libmdp/0x", "0X", "DEALER", Packing.DELIMITED),
    /** 7/MDP in one part. */
    GDP("GDP", "gdp/0.1", "01", "CLIENT", Packing.MME),
    /** The same with sizes of 32 bits, least significant octet first. */
    GDP_LE32("GDP LE32", "gdp-le32/0.1", "01", "CLIENT", Packing.LE32),
    /** The same, most significant octet first. */
    GDP_BE32("GDP BE32", "gdp-be32/0.1", "01", "CLIENT", Packing.BE32),
    /** 18/MDP in one part. */
    GDP_02("GDP 0.2", "gdp/0.2", "02", "CLIENT", Packing.MME);

    private final String title;
    private final String path;
    private final String version;
    private final String socketType;
    private final Packing packing;

    Dialect(String title, String path, String version, String socketType, Packing packing) {
        this.title = title;
        this.path = path;
        this.version = version;
        this.socketType = socketType;
        this.packing = packing;
    }

    /**
     * Its name for people.
     *
     * @return as {@code MDP 0.1}
     */
    public String title() {
        return title;
    }

    /**
     * What the ids of its cases begin with.
     *
     * @return as {@code mdp/0.1}
     */
    public String path() {
        return path;
    }

    /**
     * What its clients and workers are.
     *
     * @return {@code DEALER} or {@code CLIENT}
     */
    public String socketType() {
        return socketType;
    }

    /**
     * How its frames lie in a message.
     *
     * @return the packing
     */
    public Packing packing() {
        return packing;
    }

    /**
     * Whether a request may have several replies.
     *
     * @return true if so
     */
    public boolean streams() {
        return !version.equals("01");
    }

    /**
     * Whether something tells the last reply from those before.
     *
     * @return false for 0X
     */
    public boolean marksTheLast() {
        return !version.equals("0X");
    }

    /**
     * The first frame of what clients send and are sent.
     *
     * @return six octets
     */
    public byte[] clientHeader() {
        return text("MDPC" + version);
    }

    /**
     * The first frame of what workers send and are sent.
     *
     * @return six octets
     */
    public byte[] workerHeader() {
        return text("MDPW" + version);
    }

    /**
     * The parts of a message.
     *
     * @param frames of the command
     * @return its frames, packed
     */
    public byte[][] parts(byte[]... frames) {
        return packing.pack(List.of(frames)).toArray(byte[][]::new);
    }

    /**
     * The octets of a message.
     *
     * @param frames of the command
     * @return its frames of ZMTP
     */
    public byte[] message(byte[]... frames) {
        return Zmtp.message(parts(frames));
    }

    // What goes from and to a worker

    /**
     * The frame that tells a worker's command.
     *
     * @param verb which
     * @return one octet
     */
    public byte[] number(Verb verb) {
        int at = verb.ordinal();
        // Only 0.2 has two numbers for replies.
        boolean isLater = !version.equals("02") && at > Verb.PARTIAL.ordinal();
        return Octets.number(isLater ? at : at + 1L, 1);
    }

    /**
     * A command between a worker and its broker.
     *
     * @param verb which
     * @param rest what follows its number
     * @return its frames
     */
    public byte[][] worker(Verb verb, byte[]... rest) {
        return row(List.of(workerHeader(), number(verb)), rest);
    }

    /**
     * A command about a request.
     *
     * @param verb    REQUEST, PARTIAL or FINAL
     * @param address of the client
     * @param body    its frames
     * @return its frames
     */
    public byte[][] addressed(Verb verb, byte[] address, byte[]... body) {
        return row(List.of(workerHeader(), number(verb), address, new byte[0]), body);
    }

    // What goes from and to a client

    /**
     * A client's REQUEST.
     *
     * @param service it is for
     * @param body    its frames
     * @return its frames
     */
    public byte[][] request(byte[] service, byte[]... body) {
        return row(version.equals("02") ? List.of(clientHeader(), Octets.number(1, 1), service) : List.of(clientHeader(), service), body);
    }

    /**
     * A reply to a client: the only one or the last, REPORT in 0X.
     *
     * @param service that was asked
     * @param body    its frames
     * @return its frames
     */
    public byte[][] reply(byte[] service, byte[]... body) {
        return switch (version) {
            case "01" -> row(List.of(clientHeader(), service), body);
            case "02" -> row(List.of(clientHeader(), Octets.number(3, 1), service), body);
            default -> row(List.of(clientHeader(), Octets.number(2, 1), service), body);
        };
    }

    /**
     * A reply to a client that others follow: PARTIAL, REPORT in 0X.
     *
     * @param service that was asked
     * @param body    its frames
     * @return its frames
     */
    public byte[][] partialReply(byte[] service, byte[]... body) {
        return row(List.of(clientHeader(), Octets.number(2, 1), service), body);
    }

    /**
     * Finds the frames of a command in a message.
     *
     * @param parts of the message
     * @return the frames, or nothing if this is not the dialect
     */
    public Optional<List<byte[]>> frames(List<byte[]> parts) {
        return packing.unpack(parts).filter(frames -> !frames.isEmpty() && isHeader(frames.get(0)));
    }

    private boolean isHeader(byte[] frame) {
        return Arrays.equals(frame, clientHeader()) || Arrays.equals(frame, workerHeader());
    }

    private static byte[][] row(List<byte[]> first, byte[]... rest) {
        List<byte[]> frames = new ArrayList<>(first);
        frames.addAll(List.of(rest));
        return frames.toArray(byte[][]::new);
    }

    /** What a worker and its broker say to each other, in the order of the numbers. */
    public enum Verb {
        /** A worker registers. */
        READY,
        /** It is given a request. */
        REQUEST,
        /** It replies, and will reply again; where there is one word for all replies, the same as FINAL. */
        PARTIAL,
        /** It replies for the last time: REPLY in 0.1, REPORT in 0X. */
        FINAL,
        /** A sign of life. */
        HEARTBEAT,
        /** The end of a registration. */
        DISCONNECT
    }
}
