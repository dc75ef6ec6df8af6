package io.generaldomo.gdp.connection;

import io.generaldomo.zmtp.ZmtpPeer;
import java.util.Optional;

/** The property of READY by which our broker tells one run of itself from the next, at the same address. */
public final class BrokerInstance {
    /** The name of the property. */
    public static final String PROPERTY = "X-Broker-Instance";

    private BrokerInstance() {}

    /**
     * Whether two connections lead to one address and certainly to different runs of a broker there: the earlier run is over then, even if its
     * connection has not noticed yet.
     *
     * @param one what a handshake told
     * @param other what another handshake told
     * @return false also if one of them did not tell its instance
     */
    public static boolean replaced(ZmtpPeer one, ZmtpPeer other) {
        Optional<String> instance = one.metadata().text(PROPERTY);
        Optional<String> another = other.metadata().text(PROPERTY);
        return instance.isPresent() && another.isPresent() && !instance.equals(another) && one.address().equals(other.address());
    }
}
