package io.generaldomo.zmtp.handler;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.mechanism.Mechanism;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;

/**
 * Makes a channel of one's own speak ZMTP 3.1 (RFC 23/ZMTP, 37/ZMTP).
 *
 * <p>Call it where the channel is initialised, after any TLS handler and before the handlers of the application. From then on
 * <ul>
 *   <li>{@link io.generaldomo.zmtp.ZmtpMessage} may be written at any time: before the handshake is done, messages wait in order, and count
 *       for the channel's writability; each write consumes a reference;
 *   <li>{@link ZmtpHandshakeCompleted} comes as a user event, once, followed by {@code channelRead} with one whole
 *       {@link io.generaldomo.zmtp.ZmtpMessage} at a time, which the receiver releases;
 *   <li>{@link io.generaldomo.zmtp.ZmtpSubscription}s come in between to PUB, XPUB and RADIO; SUB, XSUB and DISH write them, once the handshake
 *       is done;
 *   <li>a {@link io.generaldomo.zmtp.ZmtpException} comes through {@code exceptionCaught}, once, if the peer breaks the protocol, a limit or a
 *       deadline; the channel is closed after it.
 * </ul>
 *
 * <p>Stateless and thread-safe; the handlers it adds belong to the channel's event loop.
 */
public final class ZmtpPipeline {
    private ZmtpPipeline() {}

    /**
     * Adds the handlers of the side that was connected to.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is; with several types of socket, each peer is answered as the first type that accepts it
     * @throws IllegalArgumentException if there are several types, and the role of client in PLAIN or CURVE has to announce one first
     */
    public static void accept(ChannelPipeline pipeline, ZmtpConfig config) {
        add(pipeline, config, Mechanism.accepting(config));
    }

    /**
     * Adds the handlers of the side that connects.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is
     * @throws IllegalArgumentException if the configuration names more than one type of socket
     */
    public static void connect(ChannelPipeline pipeline, ZmtpConfig config) {
        add(pipeline, config, Mechanism.connecting(config));
    }

    /**
     * Adds the handlers of the side that was connected to, and one that logs what they read and write.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is
     * @param logging logs greetings, commands and messages in the clear
     * @throws IllegalArgumentException as {@link #accept(ChannelPipeline, ZmtpConfig)}
     */
    public static void accept(ChannelPipeline pipeline, ZmtpConfig config, ZmtpLoggingHandler logging) {
        add(pipeline, config, Mechanism.accepting(config), logging);
    }

    /**
     * Adds the handlers of the side that connects, and one that logs what they read and write.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is
     * @param logging logs greetings, commands and messages in the clear
     * @throws IllegalArgumentException as {@link #connect(ChannelPipeline, ZmtpConfig)}
     */
    public static void connect(ChannelPipeline pipeline, ZmtpConfig config, ZmtpLoggingHandler logging) {
        add(pipeline, config, Mechanism.connecting(config), logging);
    }

    static void add(ChannelPipeline pipeline, ZmtpConfig config, Mechanism mechanism, ChannelHandler... logging) {
        ZmtpDecoder decoder = new ZmtpDecoder(config);
        ZmtpEncoder encoder = new ZmtpEncoder();
        pipeline.addLast("zmtp-decoder", decoder)
                .addLast("zmtp-encoder", encoder)
                .addLast(logging) // before the handshake, which may send its greeting as soon as it is added
                .addLast("zmtp-handshake", new ZmtpHandshakeHandler(config, mechanism, decoder, encoder));
        if (ZmtpSubscriptionHandler.isFor(config)) {
            pipeline.addLast("zmtp-subscription", new ZmtpSubscriptionHandler(config));
        }
        pipeline.addLast("zmtp-heartbeat", new ZmtpHeartbeatHandler(config.heartbeat()));
    }
}
