package io.generaldomo.examples.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who is told what goes on, as server-sent events. Confined to the event loop of the pages.
 *
 * <p>Who does not read misses seconds, and after a while the connection; nothing piles up.
 */
final class EventStreams {
    private static final int MOST = 16;

    private final Set<Channel> streams = new LinkedHashSet<>();

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** Begins a stream. */
    void open(Channel channel) {
        if (streams.size() >= MOST) {
            throw new Refused(HttpResponseStatus.SERVICE_UNAVAILABLE, MOST + " streams are open already");
        }
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_EVENT_STREAM)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        streams.add(channel);
        channel.closeFuture().addListener(closed -> streams.remove(channel));
        channel.writeAndFlush(response);
        channel.writeAndFlush(new DefaultHttpContent(Unpooled.copiedBuffer("retry: 2000\n\n", UTF_8)));
    }

    /** Sends an event to all. */
    void send(String json) {
        ByteBuf event = Unpooled.copiedBuffer("event: snapshot\ndata: " + json + "\n\n", UTF_8);
        for (Channel stream : streams) {
            if (stream.isWritable()) {
                stream.writeAndFlush(new DefaultHttpContent(event.retainedDuplicate()));
            }
        }
        event.release();
    }
}
