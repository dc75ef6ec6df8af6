package io.generaldomo.zmtp.socket;

/** Sockets over TCP. */
class TcpTransportTest extends TransportTests {
    @Override
    public String free() {
        return "tcp://127.0.0.1:*";
    }
}
