package io.generaldomo.zmtp.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.authentication.AnyValidKey;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what a message costs in heap and in buffers, from octets to message and back. The bounds are {@link AllocationBounds}. */
@ExtendWith(AsOnAnEventLoop.class)
class CodecAllocationTest {
    private static final int BATCH = 64;
    private static final int READ = 65_536;
    private static final int LARGE = 10_000;

    @ParameterizedTest
    @CsvSource({"10, 1", "100, 1", "100, 3", "1000, 1", "10000, 1"})
    void decoder(int size, int parts) {
        try (ConnectedPair pair = inTheClear()) {
            long octets = decode(pair, size, parts);
            assertThat(octets).isLessThanOrEqualTo(AllocationBounds.DECODED_MESSAGE + (parts - 1) * AllocationBounds.DECODED_PART);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "100, 1", "100, 3", "1000, 1", "10000, 1"})
    void encoder(int size, int parts) {
        try (ConnectedPair pair = inTheClear()) {
            long octets = encode(pair, size, parts);
            assertThat(octets).isLessThanOrEqualTo(encodedBound(size) + (parts - 1) * AllocationBounds.ENCODED_PART);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "100, 3", "10000, 1"})
    void buffersOfAFlush(int size, int parts) {
        try (ConnectedPair pair = inTheClear()) {
            ZmtpMessage message = message(size, parts);
            int buffers = pair.write(pair.connecting(), message, BATCH);
            message.release();
            assertThat(buffers)
                    .isLessThanOrEqualTo(size == LARGE ? AllocationBounds.BUFFERS_OF_LARGE_MESSAGES : AllocationBounds.BUFFERS_OF_SMALL_MESSAGES);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "1000, 1"})
    void curve(int size, int parts) {
        try (ConnectedPair pair = encrypted()) {
            ZmtpMessage message = message(size, parts);
            long octets = HeapUse.perOperation(() -> pair.transfer(message, BATCH), BATCH);
            message.release();
            assertThat(octets).isLessThanOrEqualTo(AllocationBounds.CURVE_MESSAGE);
        }
    }

    private static long encodedBound(int size) {
        return size == LARGE ? AllocationBounds.ENCODED_LARGE_MESSAGE : AllocationBounds.ENCODED_MESSAGE;
    }

    private static long decode(ConnectedPair pair, int size, int parts) {
        ZmtpMessage message = message(size, parts);
        byte[] wire = pair.wire(message, BATCH);
        message.release();
        int before = pair.messages();
        ConnectedPair.read(pair.accepting(), wire, READ);
        assertThat(pair.messages() - before).isEqualTo(BATCH);
        return HeapUse.perOperation(() -> ConnectedPair.read(pair.accepting(), wire, READ), BATCH);
    }

    private static long encode(ConnectedPair pair, int size, int parts) {
        ZmtpMessage message = message(size, parts);
        long octets = HeapUse.perOperation(() -> pair.write(pair.connecting(), message, BATCH), BATCH);
        message.release();
        return octets;
    }

    private static ZmtpMessage message(int size, int parts) {
        return ZmtpMessage.of(Stream.generate(() -> Unpooled.directBuffer(size).writeZero(size)).limit(parts).toArray(ByteBuf[]::new));
    }

    private static ConnectedPair inTheClear() {
        return new ConnectedPair(ZmtpConfig.of(SocketType.PUSH), ZmtpConfig.of(SocketType.PULL));
    }

    private static ConnectedPair encrypted() {
        CurveKeyPair server = CurveKeyPair.generate();
        return new ConnectedPair(
                ZmtpConfig.of(SocketType.PUSH).withSecurity(new ZmtpSecurity.CurveClient(CurveKeyPair.generate(), server.publicKey())),
                ZmtpConfig.of(SocketType.PULL).withSecurity(new ZmtpSecurity.CurveServer(server, new AnyValidKey())));
    }
}
