package io.generaldomo.zmtp.leak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LeaksFailTest {
    @Test
    void findsALostBuffer() throws InterruptedException {
        PrintStream log = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        try {
            loseABuffer();
            assertThat(LeaksFail.leaksFoundNow()).hasSize(1);
        } finally {
            System.setErr(log);
        }
    }

    @Test
    void findsNothingWhereNothingIsLost() throws InterruptedException {
        PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
        assertThat(LeaksFail.leaksFoundNow()).isEmpty();
    }

    private static void loseABuffer() {
        PooledByteBufAllocator.DEFAULT.directBuffer(16).writeByte(1);
    }
}
