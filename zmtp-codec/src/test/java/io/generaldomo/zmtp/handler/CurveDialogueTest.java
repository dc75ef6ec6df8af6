package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.GoldenVector;
import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.zmtp.transport.Endpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** libzmq says today what it said when the golden vectors of CURVE were recorded, apart from what it draws by lot, and these can be opened. */
class CurveDialogueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Octets of a frame in which there is no chance: of the header and the name. */
    private static final int HEAD = 8;

    private static final Map<String, String> CLIENT = Map.of(
            "curvePublicKey", CurveDialogue.CLIENT_PAIR.publicKey().z85(),
            "curveSecretKey", CurveDialogue.CLIENT_PAIR.secretZ85(),
            "curveServerKey", CurveDialogue.SERVER_PAIR.publicKey().z85());
    private static final Map<String, String> SERVER =
            Map.of("curveServer", "true", "curveSecretKey", CurveDialogue.SERVER_PAIR.secretZ85());

    /** A connection. The greeting is the one that was recorded; frames are as long as those, and begin with the same header and name. */
    private static final class Live implements CurveDialogue.Wire, AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final String group;

        Live(Socket socket, String group) throws IOException {
            this.socket = socket;
            this.group = group;
            socket.setSoTimeout((int) PATIENCE.toMillis());
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(LibzmqOctets.octets(CurveByHand.GREETING));
            note("greeting", in.readNBytes(64));
        }

        @Override
        public byte[] read(String name) throws IOException {
            byte[] header = {in.readByte()};
            header = JnaclBox.join(header, in.readNBytes((header[0] & 2) == 0 ? 1 : 8));
            long size = header.length == 2 ? header[1] & 0xFF : ByteBuffer.wrap(header, 1, 8).getLong();
            return note(name, JnaclBox.join(header, in.readNBytes(Math.toIntExact(size))));
        }

        @Override
        public void write(String name, byte[] frame) throws IOException {
            socket.getOutputStream().write(note(name, frame));
        }

        private byte[] note(String name, byte[] octets) {
            if (Boolean.getBoolean("generaldomo.record")) {
                System.out.printf("%s/%s %s%n", group, name, HexFormat.ofDelimiter(" ").formatHex(octets));
                return octets;
            }
            byte[] recorded = GoldenVectors.get(group, name).bytes();
            int same = name.equals("greeting") ? recorded.length : HEAD;
            assertThat(octets).as(name).hasSize(recorded.length).startsWith(Arrays.copyOf(recorded, same));
            return octets;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** What was recorded. */
    private static final class Recorded implements CurveDialogue.Wire {
        private final Iterator<GoldenVector> vectors;

        Recorded(String group) {
            vectors = GoldenVectors.group(group).iterator();
            assertThat(vectors.next().name()).isEqualTo("greeting");
        }

        @Override
        public byte[] read(String name) {
            GoldenVector next = vectors.next();
            assertThat(next.name()).isEqualTo(name);
            return next.bytes();
        }

        @Override
        public void write(String name, byte[] frame) {
            assertThat(frame).isEqualTo(read(name));
        }
    }

    @Test
    @RequiresLibzmq
    void aClientOfLibzmq() throws IOException {
        try (LibzmqPeer libzmq = LibzmqPeer.start();
                ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LibzmqSocket dealer = libzmq.open(LibzmqSocketType.DEALER, CLIENT);
            dealer.connect("tcp://127.0.0.1:" + listener.getLocalPort());
            dealer.send("a", "b");
            try (Live wire = new Live(listener.accept(), "curve-client")) {
                CurveDialogue.withClient(wire);
                assertThat(dealer.receive(PATIENCE).text()).containsExactly("c");
            }
        }
    }

    @Test
    @RequiresLibzmq
    void aServerOfLibzmq() throws IOException {
        try (LibzmqPeer libzmq = LibzmqPeer.start()) {
            LibzmqSocket router = libzmq.open(LibzmqSocketType.ROUTER, SERVER);
            Endpoint endpoint = Endpoint.parse(router.bind("tcp://127.0.0.1:*"));
            try (Live wire = new Live(new Socket(InetAddress.getLoopbackAddress(), endpoint.port()), "curve-server")) {
                CurveDialogue.withServer(new CurveDialogue.Wire() {
                    @Override
                    public byte[] read(String name) throws IOException {
                        if (name.equals("server-message")) {
                            byte[] identity = router.receive(PATIENCE).frames().get(0);
                            router.send(identity, new byte[] {'c'});
                        }
                        return wire.read(name);
                    }

                    @Override
                    public void write(String name, byte[] frame) throws IOException {
                        wire.write(name, frame);
                    }
                });
            }
        }
    }

    @Test
    void whatWasRecordedCanBeOpened() throws IOException {
        CurveDialogue.withClient(new Recorded("curve-client"));
        CurveDialogue.withServer(new Recorded("curve-server"));
    }
}
