package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a broker does with a client's request, in each dialect: finds out which one it is, reads it, and writes it to a worker of the same. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DialectBenchmark {
    /** Which one. Those in a single part are packed by 50/MME, or in the 32-bit form. */
    @Param
    public Dialect dialect;

    /** Octets of the body's only frame. */
    @Param({"100", "10000"})
    public int size;

    private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;
    private final ServiceName service = ServiceName.of("echo");
    private final Address address = Address.ofToken(1);
    private ByteBuf body;
    private ZmtpMessage message;

    /** Writes the request. */
    @Setup
    public void write() {
        body = Unpooled.directBuffer(size).writeZero(size);
        message = dialect.encode(new ClientRequest(service, Body.ofParts(body.retain())), allocator);
    }

    /** A message to a command. */
    @Benchmark
    public void decode() {
        read().release();
    }

    /** A message to a command to a message. */
    @Benchmark
    public void forward() {
        dialect.encode(new WorkerRequest(address, read().body()), allocator).release();
    }

    /** A command whose body is a buffer to a message. */
    @Benchmark
    public void encode() {
        dialect.encode(new WorkerRequest(address, Body.ofParts(body.retain())), allocator).release();
    }

    private ClientRequest read() {
        return (ClientRequest) DialectDetector.detect(message).decode(message.retain(), Direction.TO_BROKER);
    }

    /** Gives the buffers back. */
    @TearDown
    public void release() {
        message.release();
        body.release();
    }
}
