package io.generaldomo.zmtp.handler;

import static io.generaldomo.zmtp.handler.LibzmqOctets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.Position;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.fuzz.Finding;
import io.generaldomo.zmtp.fuzz.FuzzSeeds;
import io.generaldomo.zmtp.fuzz.FuzzTarget;
import io.generaldomo.zmtp.fuzz.FuzzedConnection;
import io.generaldomo.zmtp.fuzz.Fuzzer;
import io.generaldomo.zmtp.fuzz.Outcome;
import io.generaldomo.zmtp.wire.Command;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Defects that were put in on purpose: the fuzzer finds each, and what it finds does the same harm again. */
class FuzzFindsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void nothingWhereThereIsNothing() {
        assertThat(Fuzzer.search(FuzzSeeds.standing(Position.TRAFFIC), broken(Sound::new), Duration.ofMillis(200))).isEmpty();
    }

    @Test
    void anExceptionOfAnotherKind() {
        finds(SignedTtl::new, "failed with something else than ZmtpException");
    }

    @Test
    void aSecondFailure() {
        finds(FailingTwice::new, "failed 2 times");
    }

    @Test
    void aLostMessage() {
        finds(MessageLoser::new, "still holds");
    }

    @Test
    void aBufferOfTheSizeThatWasDeclared() {
        finds(Believer::new, "asked for");
    }

    private static void finds(Supplier<ChannelHandler> defect, String complaint) {
        Optional<Finding> found = Fuzzer.search(FuzzSeeds.standing(Position.TRAFFIC), broken(defect), PATIENCE);
        assertThat(found).isPresent();
        assertThat(found.get().cause()).hasMessageStartingWith(complaint);
        Optional<Finding> again = Fuzzer.search(List.of(found.get().input()), broken(defect), Duration.ZERO);
        assertThat(again.map(Finding::hex)).contains(found.get().hex());
    }

    private static FuzzTarget broken(Supplier<ChannelHandler> defect) {
        return input -> {
            FuzzedConnection connection = new FuzzedConnection(pipeline -> {
                ZmtpPipeline.accept(pipeline, ZmtpConfig.of(SocketType.ROUTER));
                pipeline.addAfter("zmtp-decoder", "defect", defect.get());
            });
            connection.receive(octets(LibzmqOctets.GREETING + LibzmqOctets.READY_DEALER));
            connection.receiveInPieces(input);
            return Outcome.of(connection.end());
        };
    }

    /** No defect. */
    private static final class Sound extends ChannelInboundHandlerAdapter {}

    /** Takes the TTL for a signed number, and makes a time of it that cannot be. */
    private static final class SignedTtl extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            if (msg instanceof Command command && command.is(Command.PING) && command.data().length > 1 && command.data()[0] < 0) {
                throw new IllegalArgumentException("a negative TTL");
            }
            ctx.fireChannelRead(msg);
        }
    }

    /** Complains of a failure once more. */
    private static final class FailingTwice extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.fireExceptionCaught(cause);
            ctx.fireExceptionCaught(new ZmtpException(ZmtpException.Reason.MALFORMED, "again"));
        }
    }

    /** Forgets messages of three parts whose second is empty. */
    private static final class MessageLoser extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            if (!(msg instanceof ZmtpMessage message && message.size() == 3 && !message.part(1).isReadable())) {
                ctx.fireChannelRead(msg);
            }
        }
    }

    /** Makes room for what a part says that it is going to be. */
    private static final class Believer extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            if (msg instanceof ZmtpMessage message && message.part(0).readableBytes() >= 4) {
                ByteBuf part = message.part(0);
                int declared = part.getInt(part.readerIndex());
                ctx.alloc().heapBuffer(Math.floorMod(declared, 1 << 26)).release();
            }
            ctx.fireChannelRead(msg);
        }
    }
}
