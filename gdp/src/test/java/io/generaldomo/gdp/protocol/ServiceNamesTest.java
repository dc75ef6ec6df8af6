package io.generaldomo.gdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ServiceName;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceNamesTest {
    private final ServiceNames names = new ServiceNames();

    private ServiceName read(String name) {
        ByteBuf buffer = Unpooled.copiedBuffer(("<" + name + ">").getBytes(StandardCharsets.ISO_8859_1));
        return names.of(buffer, 1, buffer.readableBytes() - 2);
    }

    @Test
    void a_name_that_was_read_before_is_the_same_object() {
        ServiceName echo = read("echo");
        assertThat(echo).isEqualTo(ServiceName.of("echo"));
        assertThat(read("other")).isEqualTo(ServiceName.of("other"));
        assertThat(read("echo")).isSameAs(echo);
    }

    /** More than there are places, so that many share one. */
    @Test
    void a_name_is_never_taken_for_another() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            byte[] octets = new byte[1 + random.nextInt(3)];
            random.nextBytes(octets);
            assertThat(names.of(Unpooled.wrappedBuffer(octets), 0, octets.length)).isEqualTo(ServiceName.of(octets));
        }
    }
}
