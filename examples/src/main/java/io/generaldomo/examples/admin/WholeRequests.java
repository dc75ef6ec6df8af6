package io.generaldomo.examples.admin;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpContentException;

/**
 * Puts requests together with their bodies. One whose body is or would be too long is handed on at once, without the body and marked as malformed:
 * Netty's own answer keeps the connection, which then waits for a body that nobody wants. Confined to the event loop of the pages.
 */
final class WholeRequests extends HttpObjectAggregator {
    private static final int LARGEST_BODY = 4096;

    WholeRequests() {
        super(LARGEST_BODY, true);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        HttpRequest head = (HttpRequest) oversized;
        FullHttpRequest malformed = new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri(), Unpooled.EMPTY_BUFFER);
        malformed.setDecoderResult(DecoderResult.failure(new TooLongHttpContentException("more than " + LARGEST_BODY + " octets")));
        ctx.fireChannelRead(malformed);
    }
}
