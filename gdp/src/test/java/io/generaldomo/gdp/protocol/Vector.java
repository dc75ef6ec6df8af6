package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.FROM_BROKER;
import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;

import io.generaldomo.zmtp.ZmtpMessage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command and its frames, derived by hand: those of 0.1 from 7/MDP (facts/mdp-dialects.md 1.1), of 0.2 from 18/MDP (1.2), of zproto from
 * {@code src/mdp_msg.xml} of zeromq/majordomo and the text of its generated codec (1.3), of 0X from {@code libmdp/src/mdp_broker.c} and
 * {@code mdp_client.c} there (1.4), of GDP from gdp.md and 50/MME (1.5).
 *
 * @param command as {@link Commands#describe} has it
 * @param head how many of the frames are not body
 * @param frames without the empty one in front, and not packed
 */
record Vector(Dialect dialect, String command, Direction direction, int head, String... frames) {
    /** A client address. */
    static final String ADDRESS = "\0\u0001\u0002\u00FF";

    /** What a client of GDP 0.3 calls a request by. */
    static final String TICKET = "\u00FE\0\u0001\u0002";

    static final String LARGE = "x".repeat(255);

    /** Each command of each dialect. */
    static Stream<Vector> all() {
        return Stream.of(Dialect.values()).flatMap(Vector::of);
    }

    static Stream<Vector> of(Dialect dialect) {
        return switch (dialect) {
            case MDP_01, GDP, GDP_LE32, GDP_BE32 -> version01(dialect);
            case MDP_02, GDP_02 -> version02(dialect);
            case MDP_02_ZPROTO -> zproto();
            case MDP_0X -> version0x();
            case GDP_03 -> version03();
        };
    }

    private static Stream<Vector> version01(Dialect in) {
        return Stream.of(
                new Vector(in, "request echo [a, bc]", TO_BROKER, 2, "MDPC01", "echo", "a", "bc"),
                new Vector(in, "request echo []", TO_BROKER, 2, "MDPC01", "echo", ""),
                new Vector(in, "request echo [, ]", TO_BROKER, 2, "MDPC01", "echo", "", ""),
                new Vector(in, "request echo [" + LARGE + ", z]", TO_BROKER, 2, "MDPC01", "echo", LARGE, "z"),
                new Vector(in, "client FINAL echo [a, bc]", FROM_BROKER, 2, "MDPC01", "echo", "a", "bc"),
                new Vector(in, "ready echo", TO_BROKER, 3, "MDPW01", "\u0001", "echo"),
                new Vector(in, "work 000102ff [a, bc]", FROM_BROKER, 4, "MDPW01", "\u0002", ADDRESS, "", "a", "bc"),
                new Vector(in, "work 000102ff []", FROM_BROKER, 4, "MDPW01", "\u0002", ADDRESS, "", ""),
                new Vector(in, "worker FINAL 000102ff [a, bc]", TO_BROKER, 4, "MDPW01", "\u0003", ADDRESS, "", "a", "bc"),
                new Vector(in, "worker FINAL 000102ff [" + LARGE + LARGE + "]", TO_BROKER, 4, "MDPW01", "\u0003", ADDRESS, "", LARGE + LARGE),
                new Vector(in, "heartbeat", TO_BROKER, 2, "MDPW01", "\u0004"),
                new Vector(in, "heartbeat", FROM_BROKER, 2, "MDPW01", "\u0004"),
                new Vector(in, "disconnect", TO_BROKER, 2, "MDPW01", "\u0005"),
                new Vector(in, "disconnect", FROM_BROKER, 2, "MDPW01", "\u0005"));
    }

    private static Stream<Vector> version02(Dialect in) {
        return Stream.of(
                new Vector(in, "request echo [a, bc]", TO_BROKER, 3, "MDPC02", "\u0001", "echo", "a", "bc"),
                new Vector(in, "request echo []", TO_BROKER, 3, "MDPC02", "\u0001", "echo", ""),
                new Vector(in, "client PARTIAL echo [a, bc]", FROM_BROKER, 3, "MDPC02", "\u0002", "echo", "a", "bc"),
                new Vector(in, "client FINAL echo [" + LARGE + ", ]", FROM_BROKER, 3, "MDPC02", "\u0003", "echo", LARGE, ""),
                new Vector(in, "ready echo", TO_BROKER, 3, "MDPW02", "\u0001", "echo"),
                new Vector(in, "work 000102ff [a, bc]", FROM_BROKER, 4, "MDPW02", "\u0002", ADDRESS, "", "a", "bc"),
                new Vector(in, "worker PARTIAL 000102ff [a]", TO_BROKER, 4, "MDPW02", "\u0003", ADDRESS, "", "a"),
                new Vector(in, "worker FINAL 000102ff []", TO_BROKER, 4, "MDPW02", "\u0004", ADDRESS, "", ""),
                new Vector(in, "heartbeat", TO_BROKER, 2, "MDPW02", "\u0005"),
                new Vector(in, "heartbeat", FROM_BROKER, 2, "MDPW02", "\u0005"),
                new Vector(in, "disconnect", TO_BROKER, 2, "MDPW02", "\u0006"),
                new Vector(in, "disconnect", FROM_BROKER, 2, "MDPW02", "\u0006"));
    }

    private static Stream<Vector> zproto() {
        Dialect in = Dialect.MDP_02_ZPROTO;
        String signature = "\u00AA\u00A4";
        return Stream.of(
                new Vector(in, "request echo [a, bc]", TO_BROKER, 1, signature + "\u0001\u0006MDPC02\u0001\u0004echo", "a", "bc"),
                new Vector(in, "request " + LARGE + " []", TO_BROKER, 1, signature + "\u0001\u0006MDPC02\u0001\u00FF" + LARGE, ""),
                new Vector(in, "client PARTIAL echo [a, bc]", FROM_BROKER, 1, signature + "\u0002\u0006MDPC02\u0002\u0004echo", "a", "bc"),
                new Vector(in, "client FINAL echo []", FROM_BROKER, 1, signature + "\u0003\u0006MDPC02\u0003\u0004echo", ""),
                new Vector(in, "ready echo", TO_BROKER, 1, signature + "\u0004\u0006MDPW02\u0001\u0004echo"),
                new Vector(in, "work 000102ff [a, bc]", FROM_BROKER, 3, signature + "\u0005\u0006MDPW02\u0002", ADDRESS, "", "a", "bc"),
                new Vector(in, "worker PARTIAL 000102ff [a]", TO_BROKER, 3, signature + "\u0006\u0006MDPW02\u0003", ADDRESS, "", "a"),
                new Vector(in, "worker FINAL 000102ff []", TO_BROKER, 3, signature + "\u0007\u0006MDPW02\u0004", ADDRESS, "", ""),
                new Vector(in, "heartbeat", TO_BROKER, 1, signature + "\u0008\u0006MDPW02\u0005"),
                new Vector(in, "heartbeat", FROM_BROKER, 1, signature + "\u0008\u0006MDPW02\u0005"),
                new Vector(in, "disconnect", TO_BROKER, 1, signature + "\u0009\u0006MDPW02\u0006"),
                new Vector(in, "disconnect", FROM_BROKER, 1, signature + "\u0009\u0006MDPW02\u0006"));
    }

    private static Stream<Vector> version0x() {
        Dialect in = Dialect.MDP_0X;
        return Stream.of(
                new Vector(in, "request echo [a, bc]", TO_BROKER, 2, "MDPC0X", "echo", "a", "bc"),
                new Vector(in, "request \u0002 [echo]", TO_BROKER, 2, "MDPC0X", "\u0002", "echo"),
                new Vector(in, "client REPORT echo [a, bc]", FROM_BROKER, 3, "MDPC0X", "\u0002", "echo", "a", "bc"),
                new Vector(in, "nak echo [a, bc]", FROM_BROKER, 3, "MDPC0X", "\u0003", "echo", "a", "bc"),
                new Vector(in, "ready echo", TO_BROKER, 3, "MDPW0X", "\u0001", "echo"),
                new Vector(in, "work 000102ff [a, bc]", FROM_BROKER, 4, "MDPW0X", "\u0002", ADDRESS, "", "a", "bc"),
                new Vector(in, "worker REPORT 000102ff []", TO_BROKER, 4, "MDPW0X", "\u0003", ADDRESS, "", ""),
                new Vector(in, "heartbeat", TO_BROKER, 2, "MDPW0X", "\u0004"),
                new Vector(in, "heartbeat", FROM_BROKER, 2, "MDPW0X", "\u0004"),
                new Vector(in, "disconnect", TO_BROKER, 2, "MDPW0X", "\u0005"),
                new Vector(in, "disconnect", FROM_BROKER, 2, "MDPW0X", "\u0005"));
    }

    private static Stream<Vector> version03() {
        Dialect in = Dialect.GDP_03;
        return Stream.of(
                new Vector(in, "request echo [a, bc]", TO_BROKER, 4, "GDPC03", "\u0001", TICKET, "echo", "a", "bc"),
                new Vector(in, "request echo []", TO_BROKER, 4, "GDPC03", "\u0001", TICKET, "echo", ""),
                new Vector(in, "client PARTIAL echo [a, bc]", FROM_BROKER, 4, "GDPC03", "\u0002", TICKET, "echo", "a", "bc"),
                new Vector(in, "client FINAL echo [" + LARGE + ", ]", FROM_BROKER, 4, "GDPC03", "\u0003", TICKET, "echo", LARGE, ""),
                new Vector(in, "ready echo", TO_BROKER, 4, "GDPW03", "\u0001", "echo", "\0\0\u0001\0"),
                new Vector(in, "work 000102ff [a, bc]", FROM_BROKER, 4, "GDPW03", "\u0002", ADDRESS, "", "a", "bc"),
                new Vector(in, "worker PARTIAL 000102ff [a]", TO_BROKER, 4, "GDPW03", "\u0003", ADDRESS, "", "a"),
                new Vector(in, "worker FINAL 000102ff []", TO_BROKER, 4, "GDPW03", "\u0004", ADDRESS, "", ""),
                new Vector(in, "heartbeat", TO_BROKER, 2, "GDPW03", "\u0005"),
                new Vector(in, "heartbeat", FROM_BROKER, 2, "GDPW03", "\u0005"),
                new Vector(in, "disconnect", TO_BROKER, 2, "GDPW03", "\u0006"),
                new Vector(in, "disconnect", FROM_BROKER, 2, "GDPW03", "\u0006"),
                new Vector(in, "return 000102ff", TO_BROKER, 4, "GDPW03", "\u0007", ADDRESS, ""));
    }

    ZmtpMessage message() {
        return message(dialect, frames);
    }

    /** Frames, laid out by hand. */
    static ZmtpMessage message(Dialect dialect, String... frames) {
        return switch (dialect) {
            case MDP_01, MDP_0X -> Frames.multipart(delimited(frames));
            case MDP_02, MDP_02_ZPROTO -> Frames.multipart(frames);
            case GDP, GDP_02, GDP_03 -> ZmtpMessage.of(Frames.pooled(Frames.pack(frames)));
            case GDP_LE32 -> ZmtpMessage.of(Frames.pooled(Frames.pack32(ByteOrder.LITTLE_ENDIAN, frames)));
            case GDP_BE32 -> ZmtpMessage.of(Frames.pooled(Frames.pack32(ByteOrder.BIG_ENDIAN, frames)));
        };
    }

    private static String[] delimited(String... frames) {
        List<String> all = new ArrayList<>(List.of(frames));
        all.add(0, "");
        return all.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return dialect + ": " + (command.length() > 40 ? command.substring(0, 40) : command) + " " + direction;
    }
}
