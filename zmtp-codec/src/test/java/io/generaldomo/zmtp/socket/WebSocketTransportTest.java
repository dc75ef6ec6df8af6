package io.generaldomo.zmtp.socket;

/** Sockets over WebSocket. */
class WebSocketTransportTest extends TransportTests {
    @Override
    public String free() {
        return "ws://127.0.0.1:*/some/path";
    }
}
