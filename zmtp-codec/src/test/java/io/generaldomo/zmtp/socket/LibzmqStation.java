package io.generaldomo.zmtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.spec.peer.LibzmqMessage;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocket;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** libzmq's sockets, in another process. A message's sender is its identity frame or its routing id. */
record LibzmqStation(LibzmqSocket socket, SocketType type) implements Station {

    static LibzmqStation of(LibzmqPeer peer, SocketType type) {
        return of(peer, type, Map.of());
    }

    static LibzmqStation of(LibzmqPeer peer, SocketType type, Map<String, String> options) {
        return new LibzmqStation(peer.open(LibzmqSocketType.valueOf(type.name()), options), type);
    }

    @Override
    public String bind(String wildcard) {
        String bound = socket.bind(wildcard);
        return bound.contains("://") ? bound : "udp://" + bound; // libzmq tells where a udp:// endpoint was bound, and not that it is one
    }

    @Override
    public void connect(String endpoint) {
        socket.connect(endpoint);
    }

    @Override
    public void subscribe() {
        switch (type) {
            case SUB -> socket.subscribe("");
            case DISH -> socket.join(GROUP);
            default -> socket.send(new byte[] {1});
        }
    }

    @Override
    public void send(Object to, List<byte[]> parts, Duration patience) {
        if (type == SocketType.SERVER) {
            socket.sendTo((Long) to, parts.get(0));
            return;
        }
        List<byte[]> frames = new ArrayList<>(parts);
        if (type == SocketType.ROUTER) {
            frames.add(0, (byte[]) to);
        } else if (type == SocketType.RADIO) {
            frames.add(0, GROUP.getBytes(US_ASCII));
        }
        socket.send(frames.toArray(byte[][]::new));
    }

    @Override
    public Arrival receive(Duration patience) {
        LibzmqMessage message = socket.receive(patience);
        List<byte[]> parts = new ArrayList<>(message.frames());
        return type == SocketType.ROUTER || type == SocketType.DISH ? new Arrival(parts.remove(0), parts) : new Arrival(message.routingId(), parts);
    }

    @Override
    public void close() {
        socket.close();
    }
}
