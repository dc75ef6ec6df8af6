package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Two types of socket that talk to each other, one that asks and one that answers, and how to see that they do. */
enum Pair {
    CLIENT_SERVER(SocketType.CLIENT, SocketType.SERVER),
    DEALER_ROUTER(SocketType.DEALER, SocketType.ROUTER),
    REQ_REP(SocketType.REQ, SocketType.REP),
    REQ_ROUTER(SocketType.REQ, SocketType.ROUTER),
    DEALER_REP(SocketType.DEALER, SocketType.REP),
    DEALER_DEALER(SocketType.DEALER, SocketType.DEALER),
    ROUTER_ROUTER(SocketType.ROUTER, SocketType.ROUTER),
    PUSH_PULL(SocketType.PUSH, SocketType.PULL),
    PUB_SUB(SocketType.PUB, SocketType.SUB),
    PUB_XSUB(SocketType.PUB, SocketType.XSUB),
    XPUB_SUB(SocketType.XPUB, SocketType.SUB),
    XPUB_XSUB(SocketType.XPUB, SocketType.XSUB),
    PAIR(SocketType.PAIR, SocketType.PAIR),
    RADIO_DISH(SocketType.RADIO, SocketType.DISH),
    SCATTER_GATHER(SocketType.SCATTER, SocketType.GATHER),
    PEER(SocketType.PEER, SocketType.PEER),
    CHANNEL(SocketType.CHANNEL, SocketType.CHANNEL);

    /** The names of ROUTERs that talk to each other: the one that is bound, and the one that connects. */
    static final byte[] BOUND = "bound".getBytes(US_ASCII);
    static final byte[] CONNECTED = "connected".getBytes(US_ASCII);

    private static final int LARGEST = 5_000_000;
    private static final int[] SIZES = {0, 1, 255, 256, 65_535, LARGEST};
    private static final int[] SMALL_SIZES = {0, 1, 255, 256};
    private static final Set<SocketType> PUBLISHERS = EnumSet.of(SocketType.PUB, SocketType.XPUB, SocketType.RADIO);
    private static final Set<SocketType> MUTE = EnumSet.of(SocketType.PULL, SocketType.GATHER, SocketType.SUB, SocketType.XSUB, SocketType.DISH);
    private static final byte[] DELIMITER = {};
    private static final byte[] HELLO = {7, 7};

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
        talk(asking, answering, connected, SIZES);
    }

    /** As {@link #talk}, with a few octets only. */
    void talkSmall(Station asking, Station answering, Station connected) {
        talk(asking, answering, connected, SMALL_SIZES);
    }

    private void talk(Station first, Station second, Station connected, int[] sizes) {
        Station bound = connected == first ? second : first;
        // Only the PEER that connected knows whom to address; of ROUTERs it is the one that is bound, once the other has announced itself.
        Station asking = switch (this) {
            case PEER -> connected;
            case ROUTER_ROUTER -> bound;
            default -> first;
        };
        Station answering = asking == first ? second : first;
        // JeroMQ that is deaf stays so, and happens often enough to be worth finding out soon.
        Duration patience = connected instanceof JeromqStation jeromq ? jeromq.patience() : Station.PATIENCE;
        try {
            if (this == ROUTER_ROUTER) {
                same(bound.receive(patience).parts(), List.of(new byte[0]));
            }
            if (PUBLISHERS.contains(asker)) {
                subscribe(asking, answering, patience);
            }
            ask(asking, answering, List.of(new byte[] {1}), patience);
        } catch (AssertionError | CompletionException e) {
            if (connected instanceof JeromqStation) {
                throw new JeromqStation.Deaf(e);
            }
            throw e;
        }
        Random random = new Random(1);
        for (int size : sizes) {
            byte[] octets = new byte[size];
            random.nextBytes(octets);
            ask(asking, answering, List.of(octets));
            // The largest takes longer than all others together, and goes once.
            if (!asker.singlePart() && asker != SocketType.RADIO && size < LARGEST) {
                ask(asking, answering, List.of(octets, new byte[0], new byte[] {1}));
            }
        }
    }

    /** What is published before a subscription has arrived is lost, so something is until it is not. */
    private static void subscribe(Station publisher, Station subscriber, Duration patience) {
        subscriber.subscribe();
        CompletableFuture<Station.Arrival> first = CompletableFuture.supplyAsync(() -> subscriber.receive(patience));
        while (!first.isDone()) {
            publisher.send("", List.of(HELLO));
            first.copy().completeOnTimeout(null, 5, TimeUnit.MILLISECONDS).join();
        }
        same(first.join().parts(), List.of(HELLO));
    }

    private static Station.Arrival receive(Station station, Duration patience) {
        Station.Arrival next;
        do {
            next = station.receive(patience);
        } while (next.parts().size() == 1 && Arrays.equals(next.parts().get(0), HELLO));
        return next;
    }

    void ask(Station asking, Station answering, List<byte[]> parts) {
        ask(asking, answering, parts, Station.PATIENCE);
    }

    private void ask(Station asking, Station answering, List<byte[]> parts, Duration patience) {
        boolean delimited = this == DEALER_REP;
        asking.send(this == ROUTER_ROUTER ? CONNECTED : "", delimited ? delimited(parts) : parts, patience);
        Station.Arrival request = receive(answering, patience);
        same(request.parts(), this == REQ_ROUTER ? delimited(parts) : parts);
        if (MUTE.contains(answerer)) {
            return;
        }
        answering.send(this == ROUTER_ROUTER ? BOUND : request.from(), request.parts());
        same(asking.receive(patience).parts(), delimited ? delimited(parts) : parts);
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
