package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import zmq.Msg;

/**
 * JeroMQ's sockets, in this process. A message's sender is its identity frame or its routing id. The patience is how long this one may take to begin to
 * talk once it is connected, before it is taken for deaf.
 */
record JeromqStation(ZContext context, ZMQ.Socket socket, SocketType type, List<Integer> peers, Duration patience) implements Station {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(1);

    static JeromqStation of(SocketType type) {
        return of(type, socket -> {});
    }

    static JeromqStation of(SocketType type, Consumer<ZMQ.Socket> options) {
        return of(type, USUAL_PATIENCE, options);
    }

    static JeromqStation of(SocketType type, Duration patience, Consumer<ZMQ.Socket> options) {
        ZContext context = new ZContext();
        ZMQ.Socket socket = context.createSocket(org.zeromq.SocketType.valueOf(type.name()));
        socket.setLinger(0);
        options.accept(socket);
        return new JeromqStation(context, socket, type, new ArrayList<>(), patience);
    }

    @Override
    public String bind(String wildcard) {
        assertThat(socket.bind(wildcard)).isTrue();
        return socket.getLastEndpoint();
    }

    /** JeroMQ 0.6.0 connects about one time in twenty and then neither reads nor writes, whoever listens: measured against a bare socket. */
    static final class Deaf extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Deaf(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Connects, and waits for the greetings to be exchanged.
     *
     * @throws Deaf if JeroMQ does nothing after it has connected
     */
    @Override
    public void connect(String endpoint) {
        String events = "inproc://events-" + endpoint;
        assertThat(socket.monitor(events, ZMQ.EVENT_HANDSHAKE_PROTOCOL)).isTrue();
        try (ZMQ.Socket monitor = context.createSocket(org.zeromq.SocketType.PAIR)) {
            monitor.setReceiveTimeOut((int) patience.toMillis());
            assertThat(monitor.connect(events)).isTrue();
            assertThat(type == SocketType.PEER ? peers.add(socket.connectPeer(endpoint)) : socket.connect(endpoint)).isTrue();
            if (ZEvent.recv(monitor) == null) {
                throw new Deaf(null);
            }
        } finally {
            socket.monitor(null, 0);
        }
    }

    @Override
    public void subscribe() {
        assertThat(switch (type) {
            case SUB -> socket.subscribe("");
            case DISH -> socket.join(GROUP);
            default -> socket.send(new byte[] {1});
        }).isTrue();
    }

    @Override
    public void send(Object to, List<byte[]> parts, Duration patience) {
        socket.setSendTimeOut((int) patience.toMillis());
        if (type == SocketType.ROUTER) {
            assertThat(socket.sendMore((byte[]) to)).isTrue();
        }
        for (int i = 0; i < parts.size(); i++) {
            Msg part = new Msg(parts.get(i));
            if (type == SocketType.SERVER || type == SocketType.PEER) {
                part.setRoutingId(to instanceof Integer id ? id : peers.get(0));
            } else if (type == SocketType.RADIO) {
                part.setGroup(GROUP);
            }
            assertThat(i < parts.size() - 1 ? socket.sendMsgMore(part) : socket.sendMsg(part)).isTrue();
        }
    }

    @Override
    public Arrival receive(Duration patience) {
        socket.setReceiveTimeOut((int) patience.toMillis());
        Msg first = receivePart();
        List<byte[]> parts = new ArrayList<>(List.of(first.data()));
        while (socket.hasReceiveMore()) {
            parts.add(receivePart().data());
        }
        return type == SocketType.ROUTER ? new Arrival(parts.remove(0), parts) : new Arrival(first.getRoutingId(), parts);
    }

    private Msg receivePart() {
        Msg part = socket.recvMsg();
        assertThat(part).as("a message in time").isNotNull();
        return part;
    }

    @Override
    public void close() {
        context.close();
    }
}
