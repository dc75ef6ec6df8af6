package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Requests that are not let through to their service: those whose first frame is one that was disabled (libmdp, {@code mmi.filter}). A bounded number of
 * such frames. Confined to the broker's event loop.
 */
final class Filters {
    /** Longest frame that can be disabled. */
    static final int MAX_LENGTH = 255;

    private final Map<ServiceName, Set<ByteBuffer>> disabled = new HashMap<>();
    private final int most;
    private int size;

    Filters(int most) {
        this.most = most;
    }

    int size() {
        return size;
    }

    /** Whether anything can be disabled at all. */
    boolean isOffered() {
        return most > 0;
    }

    boolean refuses(ServiceName service, Body body) {
        if (disabled.isEmpty() || body.size() == 0) {
            return false;
        }
        Set<ByteBuffer> commands = disabled.get(service);
        return commands != null && commands.contains(ByteBuffer.wrap(body.bytes(0)));
    }

    /** From here on a request that begins with this frame is refused; false if there is no room for another one. */
    boolean disable(ServiceName service, byte[] command) {
        Set<ByteBuffer> commands = disabled.get(service);
        ByteBuffer key = ByteBuffer.wrap(command);
        if (commands != null && commands.contains(key)) {
            return true;
        }
        if (size >= most) {
            return false;
        }
        if (commands == null) {
            commands = new HashSet<>();
            disabled.put(service, commands);
        }
        commands.add(key);
        size++;
        return true;
    }

    /** Lets such requests through again. */
    void enable(ServiceName service, byte[] command) {
        Set<ByteBuffer> commands = disabled.get(service);
        if (commands != null && commands.remove(ByteBuffer.wrap(command))) {
            size--;
            if (commands.isEmpty()) {
                disabled.remove(service);
            }
        }
    }
}
