package io.generaldomo.zmtp;

import java.time.Duration;

/**
 * What peers may make this side hold or wait for. Each length is compared as it is declared, before an octet of it is awaited or allocated.
 *
 * <p>A peer that exceeds a limit loses its connection ({@link ZmtpException.Reason#LIMIT_EXCEEDED}); nobody else notices.
 *
 * @param frameSize most octets in one frame of a message
 * @param messageSize most octets in all frames of one message, and in the commands between them
 * @param parts most frames in one message
 * @param commandSize most octets in a command, READY among them
 * @param properties most metadata properties in READY
 * @param handshakeTime longest time from the connection to the end of the handshake
 * @param backlog how many octets of messages may wait for one peer to read them, and as many of its own to be taken here, before what comes next is
 *     held back or refused; the message that reaches this is still let in
 * @param accepted how many connections a bound endpoint puts up with
 */
public record ZmtpLimits(
        long frameSize,
        long messageSize,
        int parts,
        int commandSize,
        int properties,
        Duration handshakeTime,
        long backlog,
        ConnectionLimits accepted) {
    private static final long DEFAULT_BACKLOG = 64 << 20;

    /**
     * Frames and messages of 64 MiB, 1,024 parts, commands of 8 KiB, 64 properties, 30 seconds, a backlog of 64 MiB,
     * {@link ConnectionLimits#DEFAULT}.
     */
    public static final ZmtpLimits DEFAULT = new ZmtpLimits(64 << 20, 64 << 20, 1024, 8 << 10, 64, Duration.ofSeconds(30));

    /**
     * Checks the limits.
     *
     * @param frameSize as above
     * @param messageSize as above
     * @param parts as above
     * @param commandSize as above
     * @param properties as above
     * @param handshakeTime as above
     * @param backlog as above
     * @param accepted as above
     * @throws IllegalArgumentException if one is not positive, or a frame could be longer than a buffer can be
     */
    public ZmtpLimits {
        if (frameSize < 1 || messageSize < 1 || parts < 1 || commandSize < 1 || properties < 1 || backlog < 1) {
            throw new IllegalArgumentException("limits are positive numbers");
        }
        if (frameSize > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("a frame can have " + (Integer.MAX_VALUE - 16) + " octets at most");
        }
        if (handshakeTime.isNegative() || handshakeTime.isZero()) {
            throw new IllegalArgumentException("the handshake needs some time");
        }
    }

    /**
     * Limits with the default backlog and number of connections.
     *
     * @param frameSize as above
     * @param messageSize as above
     * @param parts as above
     * @param commandSize as above
     * @param properties as above
     * @param handshakeTime as above
     * @throws IllegalArgumentException if one is not positive, or a frame could be longer than a buffer can be
     */
    public ZmtpLimits(long frameSize, long messageSize, int parts, int commandSize, int properties, Duration handshakeTime) {
        this(frameSize, messageSize, parts, commandSize, properties, handshakeTime, DEFAULT_BACKLOG, ConnectionLimits.DEFAULT);
    }

    /**
     * These limits with another size of frames and messages.
     *
     * @param octets most octets in a message, and so in each of its frames
     * @return new limits
     */
    public ZmtpLimits withMessageSize(long octets) {
        return new ZmtpLimits(octets, octets, parts, commandSize, properties, handshakeTime, backlog, accepted);
    }

    /**
     * These limits with another number of parts.
     *
     * @param most most frames in one message
     * @return new limits
     */
    public ZmtpLimits withParts(int most) {
        return new ZmtpLimits(frameSize, messageSize, most, commandSize, properties, handshakeTime, backlog, accepted);
    }

    /**
     * These limits with another size of commands.
     *
     * @param octets most octets in a command
     * @return new limits
     */
    public ZmtpLimits withCommandSize(int octets) {
        return new ZmtpLimits(frameSize, messageSize, parts, octets, properties, handshakeTime, backlog, accepted);
    }

    /**
     * These limits with another handshake time.
     *
     * @param time longest time from the connection to the end of the handshake
     * @return new limits
     */
    public ZmtpLimits withHandshakeTime(Duration time) {
        return new ZmtpLimits(frameSize, messageSize, parts, commandSize, properties, time, backlog, accepted);
    }

    /**
     * These limits with another backlog.
     *
     * @param octets how much may wait for one peer to read it, and as much from it to be taken
     * @return new limits
     */
    public ZmtpLimits withBacklog(long octets) {
        return new ZmtpLimits(frameSize, messageSize, parts, commandSize, properties, handshakeTime, octets, accepted);
    }

    /**
     * These limits with other limits of the connections that a bound endpoint accepts.
     *
     * @param limits how many connections
     * @return new limits
     */
    public ZmtpLimits withAccepted(ConnectionLimits limits) {
        return new ZmtpLimits(frameSize, messageSize, parts, commandSize, properties, handshakeTime, backlog, limits);
    }
}
