package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import io.generaldomo.zmtp.fuzz.FuzzTarget;
import io.generaldomo.zmtp.fuzz.Fuzzer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of octets is written as the same octets; what cannot be read is a {@code ZmtpException}. */
class WireFuzzTest {
    private static final int MOST_PROPERTIES = 5;

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] frame : FuzzSeeds.standing(Position.HANDSHAKE, Position.TRAFFIC)) {
            seeds.add(frame);
            seeds.add(Arrays.copyOfRange(frame, Math.min(2, frame.length), frame.length));
            seeds.add(Arrays.copyOfRange(frame, Math.min(8, frame.length), frame.length));
        }
        return seeds;
    }

    private static FuzzTarget reading(Function<byte[], String> reader) {
        return input -> {
            try {
                return reader.apply(input);
            } catch (ZmtpException e) {
                return e.getMessage();
            }
        };
    }

    private static void requireSame(byte[] expected, byte[] actual) {
        if (!Arrays.equals(expected, actual)) {
            throw new AssertionError("other octets came out: " + Arrays.toString(actual));
        }
    }

    @Test
    void datagram() {
        Fuzzer.attack("zmtp-datagram", FuzzSeeds.standing(Position.DATAGRAM), input -> {
            Optional<ZmtpMessage> message = GroupDatagram.read(Unpooled.wrappedBuffer(input));
            message.ifPresent(read -> {
                ByteBuf again = GroupDatagram.write(read, UnpooledByteBufAllocator.DEFAULT).orElseThrow();
                requireSame(input, ByteBufUtil.getBytes(again));
                again.release();
                read.release();
            });
            return message.isPresent() ? "read" : "refused";
        });
    }

    @Test
    void addressOfADatagram() {
        List<byte[]> seeds = Stream.of("127.0.0.1:5555", "[2001:db8::7]:65535", "[fe80::1%1]:1", "0.0.0.0:1\0")
                .map(text -> text.getBytes(UTF_8))
                .toList();
        Fuzzer.attack("zmtp-peer-address", seeds, input -> {
            Optional<InetSocketAddress> address = PeerAddress.read(new String(input, UTF_8));
            address.ifPresent(read -> {
                if (!PeerAddress.read(PeerAddress.text(read)).equals(address)) {
                    throw new AssertionError("reads itself as another one: " + read);
                }
            });
            return address.isPresent() ? "read" : "refused";
        });
    }

    @Test
    void metadata() {
        Fuzzer.attack("zmtp-metadata", seeds(), reading(input -> {
            ZmtpMetadata metadata = MetadataCodec.read(input, MOST_PROPERTIES);
            requireSame(input, MetadataCodec.write(metadata));
            return "" + metadata.properties().size();
        }));
    }

    @Test
    void command() {
        Fuzzer.attack("zmtp-command", seeds(), reading(input -> {
            ByteBuf in = Unpooled.wrappedBuffer(input);
            Command command = Command.read(in, input.length);
            ByteBuf out = Unpooled.buffer();
            command.writeBody(out);
            requireSame(input, Arrays.copyOf(out.array(), out.writerIndex()));
            return ErrorReason.of(command).text().length() + "";
        }));
    }

    @Test
    void commandsOfTheHandshakeAndPing() {
        List<Function<Command, Command>> readers = List.of(
                command -> Ping.of(command).toCommand(),
                command -> CurveHello.of(command).toCommand(),
                command -> CurveWelcome.of(command).toCommand(),
                command -> CurveInitiate.of(command).toCommand(),
                command -> CurveReady.of(command).toCommand(),
                command -> ErrorReason.of(command).toCommand(),
                command -> new Command(PlainHello.of(command).user(), new byte[0]));
        List<String> names = List.of("PING", "HELLO", "WELCOME", "INITIATE", "READY", "ERROR", "HELLO");
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            for (int length : new int[] {1, 3, 20, 195, 161, 249}) {
                byte[] seed = new byte[length];
                seed[0] = (byte) i;
                seeds.add(seed);
            }
        }
        Fuzzer.attack("zmtp-commands", seeds, reading(input -> {
            int which = input.length == 0 ? 0 : Math.floorMod(input[0], readers.size());
            byte[] data = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
            Command read = readers.get(which).apply(new Command(names.get(which), data));
            return which + " " + new String(read.data(), ISO_8859_1).length();
        }));
    }
}
