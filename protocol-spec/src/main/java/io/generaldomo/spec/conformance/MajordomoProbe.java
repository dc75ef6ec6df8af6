package io.generaldomo.spec.conformance;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Dialect;
import io.generaldomo.spec.conformance.wire.Dialect.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out what a peer is in Majordomo. A bound one is a broker of a dialect if it gives a worker of that dialect what a client asks: every broker
 * does, and nobody else. One that connects shows what it is by what it says first. Either has a third of the patience for it, and
 * who is asked is asked twice.
 */
final class MajordomoProbe {
    private static final byte[] QUESTION = text("Are you a broker?");

    private final Target target;
    private final PeerProfile peer;

    /** A worker and a client that wait for what the peer does. */
    private record Trial(Dialect dialect, byte[] service, Dialogue worker, Dialogue client) {
        void ask() {
            client.send(dialect.message(dialect.request(service, QUESTION)));
        }

        boolean succeeds(long deadline) {
            Optional<List<byte[]>> parts;
            do {
                parts = worker.messageWithin(Duration.ofNanos(deadline - System.nanoTime()));
                if (parts.filter(Trial::endsWithQuestion).isPresent()) {
                    return true;
                }
                // A broker may say HEARTBEAT first; an echo returns READY.
            } while (parts.isPresent() && !isReady(parts.get()));
            return false;
        }

        private boolean isReady(List<byte[]> parts) {
            byte[] ready = dialect.number(Verb.READY);
            return dialect.frames(parts).filter(frames -> frames.size() > 1 && Arrays.equals(frames.get(1), ready)).isPresent();
        }

        private static boolean endsWithQuestion(List<byte[]> parts) {
            byte[] last = parts.get(parts.size() - 1);
            return last.length >= QUESTION.length
                    && Arrays.equals(QUESTION, Arrays.copyOfRange(last, last.length - QUESTION.length, last.length));
        }
    }

    MajordomoProbe(Target target, PeerProfile peer) {
        this.target = target;
        this.peer = peer;
    }

    /** What it is, as {@code MDP 0.1 broker}. */
    List<String> run() {
        if (Applicability.traffic().reasonAgainst(peer).isPresent()) {
            return List.of();
        }
        try {
            if (peer.role() == PeerRole.LISTENING) {
                return peer.isOneOf("ROUTER", "SERVER") ? asked() : List.of();
            }
            return peer.isOneOf("DEALER", "REQ", "CLIENT") ? told() : List.of();
        } catch (Deviation | IOException none) {
            return List.of();
        }
    }

    private List<String> asked() throws IOException {
        try (Dialogue first = new Dialogue(target, peer, new Transcript())) {
            List<Trial> trials = new ArrayList<>();
            for (Dialect dialect : Dialect.values()) {
                if (peer.takes(dialect.socketType())) {
                    trials.add(begun(dialect, trials.isEmpty() ? first : first.another(), first.another()));
                }
            }
            List<String> found = found(trials);
            // A request may overtake the READY of another connection, and a broker may drop what no worker is there for.
            return found.isEmpty() ? found(trials) : found;
        }
    }

    private static Trial begun(Dialect dialect, Dialogue worker, Dialogue client) {
        byte[] service = text("conform-" + UUID.randomUUID());
        worker.handshakeAs(dialect.socketType());
        worker.send(dialect.message(dialect.worker(Verb.READY, service)));
        client.handshakeAs(dialect.socketType());
        return new Trial(dialect, service, worker, client);
    }

    private List<String> found(List<Trial> trials) {
        trials.forEach(Trial::ask);
        long deadline = System.nanoTime() + patience().toNanos();
        return trials.stream().filter(each -> each.succeeds(deadline)).map(each -> each.dialect().title() + " broker").toList();
    }

    private List<String> told() throws IOException {
        try (Dialogue dialogue = new Dialogue(target, peer, new Transcript())) {
            dialogue.handshake();
            Optional<List<byte[]>> parts = dialogue.messageWithin(patience());
            return parts.flatMap(MajordomoProbe::speaker).stream().toList();
        }
    }

    private static Optional<String> speaker(List<byte[]> parts) {
        for (Dialect dialect : Dialect.values()) {
            Optional<List<byte[]>> frames = dialect.frames(parts);
            if (frames.isPresent()) {
                boolean isClient = Arrays.equals(frames.get().get(0), dialect.clientHeader());
                return Optional.of(dialect.title() + (isClient ? " client" : " worker"));
            }
        }
        return Optional.empty();
    }

    private Duration patience() {
        return target.patience().dividedBy(3);
    }
}
