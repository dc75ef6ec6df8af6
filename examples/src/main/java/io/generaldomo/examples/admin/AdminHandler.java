package io.generaldomo.examples.admin;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the pages: checks a request, has it answered, goes on to the next one. Confined to the event loop of the pages.
 */
final class AdminHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger log = LoggerFactory.getLogger(AdminHandler.class);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final int MOST_WAITING = 16;

    private final HostCheck hosts;
    private final List<Route> routes;
    private final EventStreams streams;
    /** Those that have no answer yet: they are answered one after the other. */
    private final Queue<FullHttpRequest> waiting = new ArrayDeque<>();

    AdminHandler(HostCheck hosts, List<Route> routes, EventStreams streams) {
        this.hosts = hosts;
        this.routes = routes;
        this.streams = streams;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (waiting.size() >= MOST_WAITING) {
            ctx.close();
            return;
        }
        waiting.add(request.retain());
        if (waiting.size() == 1) {
            handle(ctx, request);
        }
    }

    /** The first one is done with. */
    private void next(ChannelHandlerContext ctx) {
        FullHttpRequest done = waiting.poll();
        if (done != null) {
            done.release();
        }
        FullHttpRequest next = waiting.peek();
        if (next != null) {
            handle(ctx, next);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        waiting.forEach(FullHttpRequest::release);
        waiting.clear();
    }

    private void handle(ChannelHandlerContext ctx, FullHttpRequest request) {
        boolean keepAlive = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
        try {
            requireWellFormed(request);
            hosts.require(request);
            Route.answer(routes, request).whenCompleteAsync((answer, failure) -> answer(ctx, answer, failure, keepAlive), ctx.executor());
        } catch (RuntimeException e) {
            answer(ctx, null, e, keepAlive);
        }
    }

    private static void requireWellFormed(FullHttpRequest request) {
        if (request.decoderResult().isSuccess()) {
            return;
        }
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpContentException) {
            throw new Refused(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "the body is too long");
        }
        if (cause instanceof TooLongHttpLineException) {
            throw new Refused(HttpResponseStatus.REQUEST_URI_TOO_LONG, "the first line is too long");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            throw new Refused(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the header is too long");
        }
        throw new Refused(HttpResponseStatus.BAD_REQUEST, "that is no HTTP request");
    }

    private void answer(ChannelHandlerContext ctx, @Nullable Answer answer, @Nullable Throwable failure, boolean keepAlive) {
        try {
            if (answer instanceof Answer.Whole whole) {
                respond(ctx, whole, "", keepAlive);
            } else if (answer instanceof Answer.Events) {
                streams.open(ctx.channel());
            } else if (failure != null) {
                refuse(ctx, failure instanceof CompletionException ? failure.getCause() : failure, keepAlive);
            }
        } catch (Refused refused) {
            refuse(ctx, refused, keepAlive);
        }
    }

    private void refuse(ChannelHandlerContext ctx, @Nullable Throwable failure, boolean keepAlive) {
        if (failure instanceof Refused refused) {
            respond(ctx, Answer.failure(refused.status, String.valueOf(refused.getMessage())), refused.allowed, keepAlive);
        } else {
            log.debug("a page failed", failure);
            respond(ctx, Answer.failure(HttpResponseStatus.SERVICE_UNAVAILABLE, "the broker does not answer"), "", keepAlive);
        }
    }

    private void respond(ChannelHandlerContext ctx, Answer.Whole whole, String allowed, boolean keepAlive) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, whole.status(), Unpooled.wrappedBuffer(whole.content()));
        HttpHeaders headers = response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, whole.type())
                .setInt(HttpHeaderNames.CONTENT_LENGTH, whole.content().length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .set(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
                .set("x-content-type-options", "nosniff")
                .set("referrer-policy", "no-referrer");
        if (!allowed.isEmpty()) {
            headers.set(HttpHeaderNames.ALLOW, allowed);
        } else if (whole.status().equals(HttpResponseStatus.UNAUTHORIZED)) {
            headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        HttpUtil.setKeepAlive(response, keepAlive);
        ctx.writeAndFlush(response).addListener(keepAlive ? written -> next(ctx) : ChannelFutureListener.CLOSE);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            log.warn("{}: connection closed after an unexpected error", ctx.channel().remoteAddress(), cause);
        }
        ctx.close();
    }
}
