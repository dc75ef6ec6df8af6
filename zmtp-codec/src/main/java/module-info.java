/**
 * ZMTP 3.x on Netty: framing, handshake, transports and sockets.
 */
module io.generaldomo.zmtp {
    requires static io.netty.transport.classes.epoll;
    requires static io.netty.transport.classes.io_uring;
    requires static org.bouncycastle.provider;
    requires static transitive org.jspecify;
    requires transitive io.netty.buffer;
    requires transitive io.netty.common;
    requires transitive io.netty.transport;
    requires transitive org.slf4j;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.handler;
    requires io.netty.handler.proxy;
    requires io.netty.transport.unix.common;

    exports io.generaldomo.zmtp;
    exports io.generaldomo.zmtp.authentication;
    exports io.generaldomo.zmtp.handler;
    exports io.generaldomo.zmtp.socket;
    exports io.generaldomo.zmtp.transport;
}
