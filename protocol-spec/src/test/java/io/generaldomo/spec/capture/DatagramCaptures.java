package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.text;

import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** What libzmq's RADIO sends over UDP. */
final class DatagramCaptures {
    private static final int LONGEST = 65_507;

    private DatagramCaptures() {
    }

    static List<Capture> all() {
        return List.of(
                new Capture("datagram", "group-and-body", radioed("grp", "body")),
                new Capture("datagram", "empty", radioed("", "")),
                new Capture("datagram", "group-alone", radioed("grp", "")),
                new Capture("datagram", "body-alone", radioed("", "body")),
                new Capture("datagram", "group-255", radioed("g".repeat(255), "body")));
    }

    private static Capture.Script radioed(String group, String body) {
        return (peer, wire) -> {
            try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress()); LibzmqSocket radio = peer.open(LibzmqSocketType.RADIO)) {
                socket.setSoTimeout(10_000);
                radio.connect("udp://127.0.0.1:" + socket.getLocalPort());
                radio.send(text(group), text(body));
                DatagramPacket datagram = new DatagramPacket(new byte[LONGEST], LONGEST);
                socket.receive(datagram);
                return Arrays.copyOf(datagram.getData(), datagram.getLength());
            }
        };
    }
}
