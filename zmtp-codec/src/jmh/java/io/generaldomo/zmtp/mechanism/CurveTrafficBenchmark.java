package io.generaldomo.zmtp.mechanism;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
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
import org.openjdk.jmh.annotations.Warmup;

/** XSalsa20 and Poly1305, as CURVE's traffic uses them. To open is what {@link #sealAndOpen} takes longer than {@link #seal}: no frame can be opened twice. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CurveTrafficBenchmark {
    /** Octets of a frame. */
    @Param({"100", "1000", "10000"})
    public int size;

    private final ByteBufAllocator allocator = PooledByteBufAllocator.DEFAULT;
    private FrameCipher sender;
    private FrameCipher receiver;
    private ByteBuf payload;
    private ByteBuf sealed;

    /** Agrees on keys. */
    @Setup
    public void agree() {
        CurveTrafficPair pair = new CurveTrafficPair();
        sender = pair.sender();
        receiver = pair.receiver();
        payload = allocator.heapBuffer(size).writeZero(size);
        sealed = allocator.heapBuffer(size + sender.overhead());
    }

    /** Payload to frame. */
    @Benchmark
    public ByteBuf seal() {
        sender.seal(0, payload, sealed.clear());
        return sealed;
    }

    /** Payload to frame to payload. */
    @Benchmark
    public boolean sealAndOpen() {
        sender.seal(0, payload, sealed.clear());
        return receiver.open(sealed, allocator).release();
    }
}
