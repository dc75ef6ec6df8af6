package io.generaldomo.examples.soak;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * So many connections that never come to the end of a handshake; for each that is thrown out another one comes. At every step each says one octet of what it has
 * to say. Not thread-safe.
 */
final class Loiterers {
    private static final int MOST_COME_AT_A_STEP = 60;

    private final SocketAddress broker;
    private final int number;
    private final byte[] toSay;
    private final ByteBuffer unread = ByteBuffer.allocate(256);
    private final List<Loiterer> present = new ArrayList<>();

    private static final class Loiterer {
        private final SocketChannel channel;
        private int said;

        private Loiterer(SocketChannel channel) {
            this.channel = channel;
        }
    }

    Loiterers(SocketAddress broker, int number, byte[] toSay) {
        this.broker = broker;
        this.number = number;
        this.toSay = toSay;
    }

    /** Lets each go on; gives back how many came to fill the gaps. */
    int step() {
        present.removeIf(loiterer -> !goesOn(loiterer));
        int came = 0;
        while (came < MOST_COME_AT_A_STEP && !isComplete() && comes()) {
            came++;
        }
        return came;
    }

    boolean isComplete() {
        return present.size() >= number;
    }

    private boolean comes() {
        try {
            SocketChannel channel = SocketChannel.open(broker);
            present.add(new Loiterer(channel));
            channel.configureBlocking(false);
            return true;
        } catch (IOException refusedByTheBroker) {
            return false;
        }
    }

    private boolean goesOn(Loiterer loiterer) {
        try {
            int octets;
            do {
                octets = loiterer.channel.read(unread.clear()); // the broker's greeting
            } while (octets > 0);
            if (octets == 0 && loiterer.said < toSay.length) {
                loiterer.said += loiterer.channel.write(ByteBuffer.wrap(toSay, loiterer.said, 1));
            }
            if (octets == 0) {
                return true;
            }
        } catch (IOException thrownOut) {
            // by a reset
        }
        close(loiterer);
        return false;
    }

    void leave() {
        present.forEach(Loiterers::close);
        present.clear();
    }

    private static void close(Loiterer loiterer) {
        try {
            loiterer.channel.close();
        } catch (IOException e) {
            // closed in any case
        }
    }
}
