package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import java.util.ArrayList;
import java.util.List;

/** An answer of one {@code name=value} a frame, after the status. */
final class Fields {
    private final List<String> frames = new ArrayList<>(List.of(Status.OK));

    Fields with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Fields with(String name, String value) {
        frames.add(name + '=' + value);
        return this;
    }

    GdpMessage toMessage() {
        return GdpMessage.ofUtf8(frames.toArray(String[]::new));
    }
}
