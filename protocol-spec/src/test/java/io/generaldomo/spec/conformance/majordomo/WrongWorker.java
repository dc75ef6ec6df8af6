package io.generaldomo.spec.conformance.majordomo;

import static io.generaldomo.spec.conformance.wire.Octets.number;
import static io.generaldomo.spec.conformance.wire.Octets.text;

import io.generaldomo.spec.conformance.wire.Frame;
import io.generaldomo.spec.conformance.wire.Zmtp;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A worker of MDP 0.1 that connects again and again, echoes, and does some things wrong, by choice. It drops what it cannot read. */
final class WrongWorker implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration EXPIRY = Duration.ofSeconds(4);
    private static final byte[] EMPTY = {};

    private final int port;
    private final Set<Fault> faults;
    private final Thread thread = new Thread(this::run, "wrong-worker");
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private Socket socket = new Socket();
    private boolean isRegistered;
    private volatile boolean isOver;

    /** What it can do wrong. */
    enum Fault {
        /** A reply has no empty frame behind the address. */
        FORGETS_EMPTY_FRAME,
        /** Four octets of an address are sent back. */
        CUTS_ADDRESS,
        /** It sends no HEARTBEAT. */
        SENDS_NO_HEARTBEAT,
        /** DISCONNECT is answered with DISCONNECT. */
        ANSWERS_DISCONNECT,
        /** It stays after DISCONNECT. */
        STAYS_AFTER_DISCONNECT,
        /** It waits for a silent broker for ever. */
        WAITS_FOR_EVER,
        /** It does not look for the empty frame behind the address. */
        TAKES_ANY_REQUEST
    }

    WrongWorker(int port, Set<Fault> faults) {
        this.port = port;
        this.faults = faults;
        thread.setDaemon(true);
        thread.start();
        if (!faults.contains(Fault.SENDS_NO_HEARTBEAT)) {
            clock.scheduleAtFixedRate(this::heartbeat, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        while (!isOver) {
            try (Socket next = new Socket(InetAddress.getLoopbackAddress(), port)) {
                next.setTcpNoDelay(true);
                next.setSoTimeout(faults.contains(Fault.WAITS_FOR_EVER) ? 0 : (int) EXPIRY.toMillis());
                serve(next);
            } catch (IOException gone) {
                // connects anew
            } finally {
                register(false);
            }
        }
    }

    private void serve(Socket next) throws IOException {
        synchronized (this) {
            socket = next;
        }
        DataInputStream in = new DataInputStream(next.getInputStream());
        say(Zmtp.greeting("NULL"));
        in.readFully(new byte[64]);
        say(Zmtp.ready("DEALER"));
        TestRouter.read(in);
        tell(1, text("echo"));
        register(true);
        List<byte[]> parts = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            Frame frame = TestRouter.read(in);
            if (!frame.isCommand()) {
                parts.add(frame.body());
                if (!frame.hasMore()) {
                    goesOn = onMessage(parts);
                    parts.clear();
                }
            }
        }
    }

    private boolean onMessage(List<byte[]> parts) {
        boolean isCommand = parts.size() > 2 && Arrays.equals(parts.get(1), text("MDPW01")) && parts.get(2).length == 1;
        int command = isCommand ? parts.get(2)[0] : 0;
        if (command == 2 && parts.size() > 3) {
            onRequest(parts.subList(3, parts.size()));
        } else if (command == 5) {
            if (faults.contains(Fault.ANSWERS_DISCONNECT)) {
                tell(5);
            }
            register(false);
            return faults.contains(Fault.STAYS_AFTER_DISCONNECT);
        }
        return true;
    }

    private void onRequest(List<byte[]> rest) {
        boolean hasEmpty = rest.size() > 1 && rest.get(1).length == 0;
        if (hasEmpty || faults.contains(Fault.TAKES_ANY_REQUEST)) {
            byte[] address = rest.get(0);
            byte[] shown = faults.contains(Fault.CUTS_ADDRESS) && address.length > 4 ? Arrays.copyOf(address, 4) : address;
            if (faults.contains(Fault.FORGETS_EMPTY_FRAME)) {
                tell(3, shown, text("reply"));
            } else {
                tell(3, shown, EMPTY, text("reply"));
            }
        }
    }

    private synchronized void register(boolean now) {
        isRegistered = now;
    }

    private synchronized void heartbeat() {
        if (isRegistered) {
            tell(4);
        }
    }

    private void tell(int command, byte[]... rest) {
        List<byte[]> parts = new ArrayList<>(List.of(EMPTY, text("MDPW01"), number(command, 1)));
        parts.addAll(List.of(rest));
        say(Zmtp.message(parts.toArray(byte[][]::new)));
    }

    private synchronized void say(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException gone) {
            // The thread that reads notices it.
        }
    }

    @Override
    public void close() throws IOException {
        isOver = true;
        clock.shutdownNow();
        synchronized (this) {
            socket.close();
        }
    }
}
