package io.generaldomo.examples.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;

/** Ports of the loopback interface. */
final class Ports {
    private Ports() {}

    /** Waits until nobody accepts there any more. */
    static void awaitClosed(int port) throws IOException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < end; ) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoLinger(true, 0); // by a reset: no port of this side waits for stragglers, or they might run out
            } catch (ConnectException closed) {
                return;
            } catch (SocketException closing) {
                continue; // accepted by the system, and reset as the port was closed
            }
        }
        throw new AssertionError("the port is still open");
    }
}
