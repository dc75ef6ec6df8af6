package io.generaldomo.zmtp.socket;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The transports of the table of sockets. */
enum Carrier {
    TCP("tcp", "tcp://127.0.0.1:*"),
    TCP6("tcp6", "tcp://[::1]:*"),
    IPC("ipc", "ipc://%s"),
    INPROC("inproc", "inproc://%s"),
    WS("ws", "ws://127.0.0.1:*/path"),
    WSS("wss", "wss://127.0.0.1:*/path"),
    TLS("tls+tcp", "tls+tcp://127.0.0.1:*"),
    /** For RADIO and DISH, which is bound, and in the clear alone. */
    UDP("udp", "udp://127.0.0.1:%s");

    private static final AtomicInteger USED = new AtomicInteger();

    /** As the table calls it. */
    final String title;

    private final String address;

    Carrier(String title, String address) {
        this.title = title;
        this.address = address;
    }

    boolean carries(Pair pair, Binding binding, Secured secured) {
        return this != UDP || pair == Pair.RADIO_DISH && binding == Binding.SECOND_BINDS && secured == Secured.NULL;
    }

    /** An address that a socket can be bound to, each time another one; a transport of files or names takes one in the folder. */
    String free(Path folder) {
        return address.formatted(this == UDP ? RawDatagrams.freePort() : folder.resolve("socket" + USED.getAndIncrement()));
    }
}
