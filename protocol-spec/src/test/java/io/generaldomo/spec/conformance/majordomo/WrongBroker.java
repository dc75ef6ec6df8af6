package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.spec.conformance.majordomo.TestRouter.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A broker of MDP 0.1 that does some things wrong, by choice. It drops what it cannot read, as a broker on libzmq does. */
final class WrongBroker implements TestRouter.Listener, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration EXPIRY = Duration.ofSeconds(3);
    private static final int READY = 1;
    private static final int REQUEST = 2;
    private static final int REPLY = 3;
    private static final int HEARTBEAT = 4;
    private static final int DISCONNECT = 5;
    private static final byte[] EMPTY = {};

    private final Set<Fault> faults;
    private final TestRouter router;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Peer, Worker> workers = new LinkedHashMap<>();
    private final Map<String, Deque<Request>> waiting = new HashMap<>();
    private long lastAddress;

    private record Request(Peer client, String service, byte[][] body) {}

    /** A worker, and the requests that it holds by the addresses that it was told. */
    private static final class Worker {
        private final String service;
        private final Map<String, Request> held = new HashMap<>();
        private long heard;
        private long used;

        Worker(String service) {
            this.service = service;
        }
    }

    WrongBroker(Set<Fault> faults) throws IOException {
        this.faults = faults;
        this.router = new TestRouter(this);
        clock.scheduleAtFixedRate(this::tick, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    InetSocketAddress address() {
        return router.address();
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    @Override
    public synchronized void onMessage(Peer from, List<byte[]> parts) {
        if (parts.size() < 3 || parts.get(0).length > 0) {
            return;
        }
        String header = new String(parts.get(1), ISO_8859_1);
        if (header.equals("MDPW01") && parts.get(2).length == 1) {
            onCommand(from, parts.get(2)[0], parts.subList(3, parts.size()));
        } else if (header.equals("MDPC01") || has(Fault.TAKES_ANY_HEADER) && !header.equals("MDPW01")) {
            onRequest(from, new String(parts.get(2), ISO_8859_1), parts.subList(3, parts.size()).toArray(byte[][]::new));
        }
    }

    // Clients

    private void onRequest(Peer client, String service, byte[]... body) {
        if (isOwn(service)) {
            String status = !service.equals("mmi.service") ? "501" : isServed(new String(body[body.length - 1], ISO_8859_1)) ? "200" : "404";
            if (has(Fault.ANSWERS_BARE_STATUS)) {
                client.send(EMPTY, text(status));
            } else {
                reply(client, service, text(status));
            }
        } else if (!service.isEmpty()) {
            byte[][] whole = body.length == 0 ? new byte[][] {EMPTY} : body;
            dispatch(new Request(client, service, has(Fault.JOINS_BODY) ? new byte[][] {join(whole)} : whole));
        }
    }

    private boolean isOwn(String service) {
        return has(Fault.TAKES_M_FOR_MMI) ? !service.isEmpty() && "mmi.".indexOf(service.charAt(0)) >= 0 : service.startsWith("mmi.");
    }

    private boolean isServed(String service) {
        return workers.values().stream().anyMatch(worker -> worker.service.equals(service));
    }

    private void reply(Peer client, String service, byte[]... body) {
        List<byte[]> parts = new ArrayList<>(List.of(EMPTY, text("MDPC01"), text(service)));
        parts.addAll(List.of(body));
        client.send((has(Fault.FORGETS_DELIMITER) ? parts.subList(1, parts.size()) : parts).toArray(byte[][]::new));
    }

    // Dispatch

    private void dispatch(Request request) {
        Optional<Peer> chosen = choose(request.service);
        if (chosen.isPresent()) {
            give(chosen.get(), request);
        } else if (!has(Fault.DROPS_WITHOUT_WORKER)) {
            waiting.computeIfAbsent(request.service, name -> new ArrayDeque<>()).add(request);
        }
    }

    private Optional<Peer> choose(String service) {
        Peer best = null;
        for (Map.Entry<Peer, Worker> each : workers.entrySet()) {
            if (each.getValue().service.equals(service) && (best == null || isBetter(each.getValue(), workers.get(best)))) {
                best = each.getKey();
            }
        }
        boolean isFree = best != null && (workers.get(best).held.isEmpty() || has(Fault.FLOODS_BUSY_WORKER));
        return isFree ? Optional.of(best) : Optional.empty();
    }

    private boolean isBetter(Worker one, Worker other) {
        if (one.held.isEmpty() != other.held.isEmpty()) {
            return one.held.isEmpty();
        }
        return has(Fault.USES_LAST_WORKER_AGAIN) ? one.used > other.used : one.used < other.used;
    }

    private void give(Peer peer, Request request) {
        byte[] address = number(++lastAddress, 4);
        workers.get(peer).held.put(key(address), request);
        List<byte[]> rest = new ArrayList<>(has(Fault.FORGETS_EMPTY_FRAME) ? List.of(address) : List.of(address, EMPTY));
        rest.addAll(List.of(request.body));
        tell(peer, REQUEST, rest.toArray(byte[][]::new));
    }

    private void serveNext(Peer peer) {
        Worker worker = workers.get(peer);
        Deque<Request> queue = waiting.getOrDefault(worker.service, new ArrayDeque<>());
        if (!queue.isEmpty() && worker.held.isEmpty()) {
            give(peer, queue.poll());
        }
    }

    // Workers

    private void onCommand(Peer from, int command, List<byte[]> rest) {
        Worker worker = workers.get(from);
        if (worker != null) {
            worker.heard = System.nanoTime();
        }
        if (command == READY && rest.size() == 1 && rest.get(0).length > 0) {
            onReady(from, worker, new String(rest.get(0), ISO_8859_1));
        } else if (command == REPLY && rest.size() > 2 && rest.get(0).length > 0 && rest.get(1).length == 0) {
            onReply(from, worker, rest);
        } else if (command == HEARTBEAT && rest.isEmpty()) {
            onHeartbeat(from, worker);
        } else if (command == DISCONNECT && rest.isEmpty()) {
            remove(from);
            if (has(Fault.ANSWERS_DISCONNECT)) {
                tell(from, DISCONNECT);
            }
        }
    }

    private void onReady(Peer from, Worker worker, String service) {
        boolean isTaken = worker != null;
        if (isTaken && has(Fault.IGNORES_READY_TWICE)) {
            return;
        }
        if (isTaken || service.startsWith("mmi.") && !has(Fault.REGISTERS_MMI)) {
            dismiss(from);
            return;
        }
        Worker registered = new Worker(service);
        registered.heard = System.nanoTime();
        registered.used = registered.heard;
        workers.put(from, registered);
        serveNext(from);
    }

    private void onHeartbeat(Peer from, Worker worker) {
        if (worker == null) {
            onStranger(from);
        } else if (has(Fault.ANSWERS_HEARTBEAT)) {
            tell(from, HEARTBEAT);
        }
    }

    private void onReply(Peer from, Worker worker, List<byte[]> rest) {
        if (worker == null) {
            onStranger(from);
            return;
        }
        String address = key(rest.get(0));
        Request request = worker.held.remove(address);
        if (request == null && has(Fault.BELIEVES_ANY_WORKER)) {
            request = workers.values().stream().map(each -> each.held.remove(address)).filter(held -> held != null).findFirst().orElse(null);
            if (request == null) {
                return;
            }
        }
        if (request == null) {
            dismiss(from);
            return;
        }
        byte[][] body = rest.subList(2, rest.size()).toArray(byte[][]::new);
        reply(request.client, request.service, has(Fault.JOINS_BODY) ? new byte[][] {join(body)} : body);
        worker.used = System.nanoTime();
        serveNext(from);
    }

    private void onStranger(Peer peer) {
        if (!has(Fault.IGNORES_STRANGERS)) {
            tell(peer, DISCONNECT);
        }
    }

    private void dismiss(Peer peer) {
        remove(peer);
        tell(peer, DISCONNECT);
    }

    private void remove(Peer peer) {
        Worker worker = workers.remove(peer);
        if (worker != null && !has(Fault.LOSES_WITH_WORKER)) {
            worker.held.values().forEach(this::dispatch);
        }
    }

    private static void tell(Peer peer, int command, byte[]... rest) {
        List<byte[]> parts = new ArrayList<>(List.of(EMPTY, text("MDPW01"), number(command, 1)));
        parts.addAll(List.of(rest));
        peer.send(parts.toArray(byte[][]::new));
    }

    private static String key(byte[] address) {
        return Arrays.toString(address);
    }

    @Override
    public synchronized void onGone(Peer peer) {
        remove(peer);
    }

    private synchronized void tick() {
        long earliest = System.nanoTime() - EXPIRY.toNanos();
        for (Map.Entry<Peer, Worker> each : List.copyOf(workers.entrySet())) {
            Worker worker = each.getValue();
            boolean isSilent = worker.heard < earliest && !has(Fault.NEVER_EXPIRES);
            if (isSilent && (worker.held.isEmpty() || has(Fault.EXPIRES_BUSY_WORKER))) {
                dismiss(each.getKey());
            } else if (!has(Fault.SENDS_NO_HEARTBEAT)) {
                tell(each.getKey(), HEARTBEAT);
            }
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        router.close();
    }
}
