package io.generaldomo.spec.capture;

import io.generaldomo.spec.peer.LibzmqPeer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** All captures from libzmq, and a program that prints them for the vector files. */
final class Captures {
    private Captures() {
    }

    static List<Capture> all() {
        return Stream.of(ZmtpCaptures.all(), PatternCaptures.all(), DatagramCaptures.all(), ZwsCaptures.all(), PlainCaptures.all(), MdpCaptures.all(), DialectCaptures.all()).flatMap(List::stream).toList();
    }

    static byte[] run(Capture capture) throws Exception {
        // A process for each: what one capture leaves behind (a bound inproc name, a reconnecting socket) is gone.
        try (LibzmqPeer peer = LibzmqPeer.start(); RawWire wire = new RawWire()) {
            return capture.script().run(peer, wire);
        }
    }

    /**
     * Prints every vector that can be captured: {@code mvn -pl protocol-spec test-compile}, then run this class with
     * {@code -Dgeneraldomo.libzmqPeer=target/libzmq-peer} and the test class path.
     *
     * @param arguments none
     * @throws Exception if libzmq does not send what it should
     */
    public static void main(String[] arguments) throws Exception {
        for (Capture capture : all()) {
            System.out.printf("%s%n", capture);
            HexFormat hex = HexFormat.ofDelimiter(" ");
            byte[] bytes = run(capture);
            for (int at = 0; at < bytes.length; at += 16) {
                String line = hex.formatHex(bytes, at, Math.min(at + 16, bytes.length));
                System.out.printf("%-8s%s%n", at == 0 ? "bytes" : "", line);
            }
            System.out.println();
        }
    }
}
