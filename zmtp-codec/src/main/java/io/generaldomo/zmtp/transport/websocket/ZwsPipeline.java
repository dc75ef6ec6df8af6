package io.generaldomo.zmtp.transport.websocket;

import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.handler.ZmtpPipeline;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.Set;

/** Makes a channel speak ZMTP over WebSocket. Stateless and thread-safe; the handlers it adds belong to the channel's event loop. */
public final class ZwsPipeline {
    private static final int LONGEST_LINE = 4096;
    private static final int LARGEST_HEADERS = 8192;
    /** What a server says with an answer that is no upgrade is read up to here, and not looked at. */
    private static final int LARGEST_REFUSAL = 8192;

    private ZwsPipeline() {}

    /**
     * Adds the handlers of the side that was connected to, those of ZMTP among them.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is
     * @param origins the web pages that may connect, by their origin, or {@code *}
     */
    public static void accept(ChannelPipeline pipeline, ZmtpConfig config, Set<String> origins) {
        StrangerLimit limit = new StrangerLimit(config.limits());
        pipeline.addLast(limit, http(), new HttpObjectAggregator(0), new ZwsServerHandshake(config, origins));
        ZmtpPipeline.accept(pipeline, config);
        completeAbove(pipeline, limit);
    }

    /**
     * Adds the handlers of the side that was connected to, for peers that speak ZMTP with or without WebSocket.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is
     * @param origins the web pages that may connect, by their origin, or {@code *}
     */
    public static void acceptEither(ChannelPipeline pipeline, ZmtpConfig config, Set<String> origins) {
        pipeline.addLast(new FirstOctet(config, origins));
        ZmtpPipeline.accept(pipeline, config);
    }

    /** It is a WebSocket: what {@link #acceptEither} did not know yet. */
    static void upgrade(ChannelHandlerContext ctx, ZmtpConfig config, Set<String> origins) {
        ChannelPipeline pipeline = ctx.pipeline();
        StrangerLimit limit = new StrangerLimit(config.limits());
        pipeline.addAfter(ctx.name(), null, new ZwsServerHandshake(config, origins))
                .addAfter(ctx.name(), null, new HttpObjectAggregator(0))
                .addAfter(ctx.name(), null, http())
                .addAfter(ctx.name(), null, limit);
        completeAbove(pipeline, limit);
    }

    /**
     * Adds the handlers of the side that connects, those of ZMTP among them.
     *
     * @param pipeline a pipeline without ZMTP handlers
     * @param config what this side is
     * @param authority host and port, as they were connected to
     * @param path what is asked for there
     */
    public static void connect(ChannelPipeline pipeline, ZmtpConfig config, String authority, String path) {
        StrangerLimit limit = new StrangerLimit(config.limits());
        pipeline.addLast(limit, new HttpClientCodec(strict(), false, false), new AcceptDemand(), new HttpObjectAggregator(LARGEST_REFUSAL),
                new ZwsClientHandshake(config, authority, path));
        ZmtpPipeline.connect(pipeline, config);
        completeAbove(pipeline, limit);
    }

    private static void completeAbove(ChannelPipeline pipeline, StrangerLimit limit) {
        pipeline.addAfter(ZmtpPipeline.ENCODER, null, new ZwsPing()).addAfter(ZmtpPipeline.LAST, null, limit.end());
    }

    private static HttpServerCodec http() {
        return new HttpServerCodec(strict());
    }

    private static HttpDecoderConfig strict() {
        return new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(LARGEST_HEADERS).setChunkedSupported(false);
    }
}
