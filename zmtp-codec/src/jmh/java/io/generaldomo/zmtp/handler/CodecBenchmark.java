package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.allocation.ConnectedPair;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a message costs between the socket's octets and the application, in a pipeline in memory: as they are read, 64 KiB at a time, and as 64 are flushed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {
    private static final int MESSAGES = 64;
    private static final int READ = 65_536;

    /** Octets of a part. */
    @Param({"10", "100", "1000", "10000"})
    public int size;

    /** Parts of a message. */
    @Param({"1", "3"})
    public int parts;

    private ConnectedPair pair;
    private ZmtpMessage message;
    private byte[] wire;

    /** Shakes hands. */
    @Setup
    public void connect() {
        pair = new ConnectedPair(ZmtpConfig.of(SocketType.PUSH), ZmtpConfig.of(SocketType.PULL));
        message = ZmtpMessage.of(Stream.generate(() -> Unpooled.directBuffer(size).writeZero(size)).limit(parts).toArray(ByteBuf[]::new));
        wire = pair.wire(message, MESSAGES);
    }

    /** Octets to messages. The octets are copied to a buffer first, as a socket does it. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void decode() {
        ConnectedPair.read(pair.accepting(), wire, READ);
    }

    /** Messages to octets. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public int encode() {
        return pair.write(pair.connecting(), message, MESSAGES);
    }

    /** Gives the buffers back. */
    @TearDown
    public void disconnect() {
        message.release();
        pair.close();
    }
}
