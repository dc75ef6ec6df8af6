package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;

/** Two types of socket that talk to each other, one that asks and one that answers, and how to see that they do. */
enum Pair {
    CLIENT_SERVER(SocketType.CLIENT, SocketType.SERVER),
    DEALER_ROUTER(SocketType.DEALER, SocketType.ROUTER),
    REQ_REP(SocketType.REQ, SocketType.REP),
    REQ_ROUTER(SocketType.REQ, SocketType.ROUTER),
    DEALER_REP(SocketType.DEALER, SocketType.REP),
    PUSH_PULL(SocketType.PUSH, SocketType.PULL);

    private static final int[] SIZES = {0, 1, 255, 256, 65_535, 5_000_000};
    private static final byte[] DELIMITER = {};

    final SocketType asker;
    final SocketType answerer;

    Pair(SocketType asker, SocketType answerer) {
        this.asker = asker;
        this.answerer = answerer;
    }

    /**
     * Sends messages of all sizes, and of several parts if the types have them, there and back, as far as the types have a way back.
     *
     * @throws JeromqStation.Deaf if the one that connected is JeroMQ, and it exchanged greetings but nothing more: about one time in a hundred
     */
    void talk(Station asking, Station answering, Station connected) {
        try {
            ask(asking, answering, List.of(new byte[] {1}));
        } catch (AssertionError | CompletionException e) {
            if (connected instanceof JeromqStation) {
                throw new JeromqStation.Deaf();
            }
            throw e;
        }
        Random random = new Random(1);
        for (int size : SIZES) {
            byte[] octets = new byte[size];
            random.nextBytes(octets);
            ask(asking, answering, List.of(octets));
            if (!asker.singlePart()) {
                ask(asking, answering, List.of(octets, new byte[0], new byte[] {1}));
            }
        }
    }

    void ask(Station asking, Station answering, List<byte[]> parts) {
        boolean delimited = this == DEALER_REP;
        asking.send("", delimited ? delimited(parts) : parts);
        Station.Arrival request = answering.receive();
        same(request.parts(), this == REQ_ROUTER ? delimited(parts) : parts);
        if (this == PUSH_PULL) {
            return;
        }
        answering.send(request.from(), request.parts());
        same(asking.receive().parts(), delimited ? delimited(parts) : parts);
    }

    private static List<byte[]> delimited(List<byte[]> parts) {
        List<byte[]> all = new ArrayList<>(parts);
        all.add(0, DELIMITER);
        return all;
    }

    /** Not by AssertJ, which would print five megabytes. */
    private static void same(List<byte[]> actual, List<byte[]> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(Arrays.equals(actual.get(i), expected.get(i))).as("part %d", i).isTrue();
        }
    }
}
