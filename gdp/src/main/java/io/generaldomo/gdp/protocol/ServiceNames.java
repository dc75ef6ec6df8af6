package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * The names that were read lately, so that reading one again makes no object. Of two names that fall on the same place the later one stays; a
 * peer that invents names costs the others nothing but that.
 *
 * <p>Not thread-safe: each thread has its own, see {@link Workbench}.
 */
final class ServiceNames {
    /** A power of two, and several times as many as the services of most brokers. */
    private static final int PLACES = 4096;

    private final @Nullable Known[] places = new Known[PLACES];

    /** A name, and its octets once more, as the name itself gives none away. */
    private record Known(ServiceName name, byte[] octets) {
        boolean isAt(ByteBuf buffer, int start, int length) {
            if (length != octets.length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (buffer.getByte(start + i) != octets[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The name that stands there, 1 to 255 octets. */
    ServiceName of(ByteBuf buffer, int start, int length) {
        int place = hash(buffer, start, length) & PLACES - 1;
        Known known = places[place];
        if (known == null || !known.isAt(buffer, start, length)) {
            byte[] octets = ByteBufUtil.getBytes(buffer, start, length);
            known = new Known(ServiceName.of(octets), octets);
            places[place] = known;
        }
        return known.name;
    }

    private static int hash(ByteBuf buffer, int start, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer.getByte(start + i);
        }
        return hash ^ hash >>> 12;
    }
}
