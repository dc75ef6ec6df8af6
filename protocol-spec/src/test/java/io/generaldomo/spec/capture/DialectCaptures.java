package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.ready;

import io.generaldomo.spec.GoldenVectors;
import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.LibzmqBroker;
import io.generaldomo.spec.peer.LibzmqDialect;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqWorker;
import io.generaldomo.spec.peer.WorkerPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Majordomo roles of the libzmq peer put on the wire in the dialects that came later. What a role answers to is
 * a vector of the same group: a broker is sent what workers and clients are recorded to send, and the other way round.
 */
final class DialectCaptures {
    /** Heartbeats for a capture; a process that stands still for three intervals is taken for gone. */
    private static final Duration QUICK = Duration.ofMillis(150);
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    private final String group;
    private final LibzmqDialect dialect;
    private final Capture.Chance address;
    private final List<Capture> captures = new ArrayList<>();

    /**
     * Captures of one group.
     *
     * @param addressAt where the four octets stand that a SERVER draws for the client's address; 0 for a ROUTER, which uses
     *                  the identity that the client announced
     */
    private DialectCaptures(String group, LibzmqDialect dialect, int addressAt) {
        this.group = group;
        this.dialect = dialect;
        this.address = new Capture.Chance(addressAt, addressAt == 0 ? 0 : 4);
    }

    static List<Capture> all() {
        List<Capture> all = new ArrayList<>();
        all.addAll(of("mdp02", LibzmqDialect.MDP_02, 0).everybody().stream("partial", "final"));
        all.addAll(of("zproto", LibzmqDialect.ZPROTO, 0).everybody().stream("partial", "final"));
        all.addAll(of("mdp0x", LibzmqDialect.MDP_0X, 0).everybody().filter().reply("report"));
        // Behind the frame header come the header, a command of one octet and the size of the address, each with its size.
        all.addAll(of("gdp-le32", LibzmqDialect.GDP_LE32, 2 + 10 + 5 + 4).everybody().reply("reply"));
        all.addAll(of("gdp-be32", LibzmqDialect.GDP_BE32, 2 + 10 + 5 + 4).everybody().reply("reply"));
        all.addAll(of("mdp02-packed", LibzmqDialect.MDP_02_PACKED, 2 + 7 + 2 + 1).everybody().stream("partial", "final"));
        return all;
    }

    private static DialectCaptures of(String group, LibzmqDialect dialect, int addressAt) {
        return new DialectCaptures(group, dialect, addressAt);
    }

    private DialectCaptures everybody() {
        add("client-request", (peer, wire) -> {
            peer.client(new ClientLoad(dialect, wire.endpoint(), "echo", 1).beginning("request-"));
            return accept(wire).readMessage();
        });
        add("worker-ready", (peer, wire) -> {
            peer.worker(plan(wire));
            return accept(wire).readMessage();
        });
        add("worker-heartbeat", (peer, wire) -> {
            peer.worker(plan(wire).heartbeating(QUICK));
            return registered(wire).readMessage();
        });
        add("worker-disconnect", (peer, wire) -> {
            LibzmqWorker worker = peer.worker(plan(wire));
            RawConnection connection = registered(wire);
            worker.leave();
            return connection.readMessage();
        });
        captures.add(new Capture(group, "broker-request", (peer, wire) -> new Triangle(peer, wire).request, address));
        add("broker-heartbeat", (peer, wire) -> tell(wire, peer.broker(dialect, ANY_PORT, QUICK), "worker-ready").readMessage());
        add("broker-disconnect", (peer, wire) -> tell(wire, peer.broker(dialect, ANY_PORT), "worker-heartbeat").readMessage());
        add("broker-mmi-404", (peer, wire) -> tell(wire, peer.broker(dialect, ANY_PORT), "client-mmi").readMessage());
        return this;
    }

    /** A reply of one part, by the name that the dialect has for it. */
    private List<Capture> reply(String name) {
        add("worker-" + name, (peer, wire) -> {
            peer.worker(plan(wire));
            return asked(wire).readMessage();
        });
        add("broker-" + name, (peer, wire) -> new Triangle(peer, wire).reply("worker-" + name));
        return captures;
    }

    /** A reply of two parts. */
    private List<Capture> stream(String partial, String end) {
        add("worker-" + partial, (peer, wire) -> {
            peer.worker(plan(wire).streaming(1));
            return asked(wire).readMessage();
        });
        add("worker-" + end, (peer, wire) -> {
            peer.worker(plan(wire).streaming(1));
            RawConnection connection = asked(wire);
            connection.readMessage();
            return connection.readMessage();
        });
        add("broker-" + partial, (peer, wire) -> new Triangle(peer, wire).reply("worker-" + partial));
        add("broker-" + end, (peer, wire) -> new Triangle(peer, wire).reply("worker-" + end));
        return captures;
    }

    private DialectCaptures filter() {
        add("broker-filter-200", (peer, wire) -> tell(wire, peer.broker(dialect, ANY_PORT), "client-filter").readMessage());
        add("broker-nak", (peer, wire) -> {
            RawConnection client = tell(wire, peer.broker(dialect, ANY_PORT), "client-filter");
            client.readMessage();
            client.write(vector("client-request"));
            return client.readMessage();
        });
        return this;
    }

    private void add(String name, Capture.Script script) {
        captures.add(new Capture(group, name, script));
    }

    private WorkerPlan plan(RawWire wire) {
        return new WorkerPlan(dialect, wire.endpoint(), "echo");
    }

    private byte[] vector(String name) {
        return GoldenVectors.get(group, name).bytes();
    }

    private RawConnection accept(RawWire wire) throws IOException {
        return wire.acceptAs(dialect.brokerSocket().name());
    }

    private RawConnection registered(RawWire wire) throws IOException {
        RawConnection worker = accept(wire);
        worker.readMessage();
        return worker;
    }

    private RawConnection asked(RawWire wire) throws IOException {
        RawConnection worker = registered(wire);
        worker.write(vector("broker-request"));
        return worker;
    }

    private RawConnection tell(RawWire wire, LibzmqBroker broker, String vector) throws IOException {
        RawConnection connection = wire.connectWith(broker.endpoint(), ready(dialect.peerSocket().name()));
        connection.write(vector(vector));
        return connection;
    }

    /** A broker, a worker that has a request, and the client that made it. */
    private final class Triangle {
        private final RawConnection worker;
        private final RawConnection client;
        private final byte[] request;

        Triangle(LibzmqPeer peer, RawWire wire) throws IOException {
            LibzmqBroker broker = peer.broker(dialect, ANY_PORT);
            String type = dialect.peerSocket().name();
            worker = tell(wire, broker, "worker-ready");
            client = wire.connectWith(broker.endpoint(), type.equals("CLIENT") ? ready(type) : ready(type, "C1"));
            client.write(vector("client-request"));
            request = worker.readMessage();
        }

        /** What the client gets when the worker sends that vector, with the address of this request in it. */
        byte[] reply(String vector) throws IOException {
            byte[] reply = vector(vector);
            System.arraycopy(request, address.from(), reply, address.from(), address.length());
            worker.write(reply);
            return client.readMessage();
        }
    }
}
