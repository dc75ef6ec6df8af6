package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.time.Duration;
import java.util.Arrays;

/**
 * The data of PING (RFC 37/ZMTP, "Connection Heartbeating"), and the PONG that answers it.
 *
 * <pre>
 *  PING: | TTL in tenths of a second, 2 octets | context, 0 to 16 octets |      PONG: | context |
 * </pre>
 *
 * @param ttl how long the sender may be silent from here on; zero says nothing
 * @param context octets to be sent back
 */
public record Ping(Duration ttl, byte[] context) {
    private static final int LONGEST_CONTEXT = 16;
    private static final int TTL_LENGTH = 2;
    private static final long TTL_UNIT_MILLIS = 100;

    /**
     * Reads the data of a PING.
     *
     * @param command a command named PING
     * @return the PING
     * @throws ZmtpException if the TTL is missing, or the context is longer than 16 octets: echoing it would amplify what a peer sends
     */
    public static Ping of(Command command) {
        byte[] data = command.data();
        if (data.length < TTL_LENGTH) {
            throw new ZmtpException(Reason.MALFORMED, "a PING without its TTL");
        }
        if (data.length > TTL_LENGTH + LONGEST_CONTEXT) {
            throw new ZmtpException(Reason.MALFORMED, "a PING with a context of more than 16 octets");
        }
        int tenths = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
        return new Ping(Duration.ofMillis(tenths * TTL_UNIT_MILLIS), Arrays.copyOfRange(data, TTL_LENGTH, data.length));
    }

    /**
     * This PING as a command.
     *
     * @return a command named PING
     */
    public Command toCommand() {
        int tenths = (int) (ttl.toMillis() / TTL_UNIT_MILLIS);
        byte[] data = new byte[TTL_LENGTH + context.length];
        data[0] = (byte) (tenths >>> 8);
        data[1] = (byte) tenths;
        System.arraycopy(context, 0, data, TTL_LENGTH, context.length);
        return new Command(Command.PING, data);
    }

    /**
     * The answer to this PING.
     *
     * @return a command named PONG with the same context
     */
    public Command pong() {
        return new Command(Command.PONG, context);
    }
}
