package io.generaldomo.spec.capture;

import static io.generaldomo.spec.capture.RawConnection.hex;
import static io.generaldomo.spec.capture.RawConnection.join;
import static io.generaldomo.spec.capture.RawConnection.ready;
import static io.generaldomo.spec.capture.RawConnection.text;

import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.LibzmqBroker;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.LibzmqWorker;
import io.generaldomo.spec.peer.WorkerPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the Majordomo roles of the libzmq peer put on the wire: 7/MDP over REQ, DEALER and ROUTER; GDP over CLIENT and SERVER. */
final class MdpCaptures {
    /** Heartbeats for a capture; a process that stands still for three intervals is taken for gone. */
    private static final Duration QUICK = Duration.ofMillis(150);
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    private MdpCaptures() {
    }

    static List<Capture> all() {
        List<Capture> all = new ArrayList<>();
        all.add(new Capture("mdp01", "client-request-req", requested(LibzmqSocketType.REQ)));
        all.add(new Capture("mdp01", "client-request-dealer", requested(LibzmqSocketType.DEALER)));
        worker(all, Carriage.MDP);
        broker(all, Carriage.MDP);
        all.add(new Capture("gdp", "client-request", requested(LibzmqSocketType.CLIENT)));
        worker(all, Carriage.GDP);
        broker(all, Carriage.GDP);
        return all;
    }

    /** How our own, spelled-out messages travel, and the names of the sockets. */
    private enum Carriage {
        MDP("mdp01", LibzmqSocketType.ROUTER, LibzmqSocketType.DEALER) {
            @Override
            byte[] carry(byte[]... frames) throws IOException {
                byte[] message = {1, 0};
                for (int i = 0; i < frames.length; i++) {
                    int more = i + 1 < frames.length ? 1 : 0;
                    message = join(message, new byte[] {(byte) more, (byte) frames[i].length}, frames[i]);
                }
                return message;
            }
        },
        GDP("gdp", LibzmqSocketType.SERVER, LibzmqSocketType.CLIENT) {
            @Override
            byte[] carry(byte[]... frames) throws IOException {
                byte[] part = {};
                for (byte[] frame : frames) {
                    part = join(part, new byte[] {(byte) frame.length}, frame);
                }
                return join(new byte[] {0, (byte) part.length}, part);
            }
        };

        private final String group;
        private final LibzmqSocketType hub;
        private final LibzmqSocketType worker;

        Carriage(String group, LibzmqSocketType hub, LibzmqSocketType worker) {
            this.group = group;
            this.hub = hub;
            this.worker = worker;
        }

        abstract byte[] carry(byte[]... frames) throws IOException;
    }

    private static Capture.Script requested(LibzmqSocketType type) {
        return (peer, wire) -> {
            peer.client(new ClientLoad(type, wire.endpoint(), "echo", 1, 1, "request-", Duration.ofSeconds(10)));
            return wire.acceptAs(type == LibzmqSocketType.CLIENT ? "SERVER" : "ROUTER").readMessage();
        };
    }

    private static void worker(List<Capture> all, Carriage carriage) {
        all.add(new Capture(carriage.group, "worker-ready", (peer, wire) -> {
            peer.worker(new WorkerPlan(carriage.worker, wire.endpoint(), "echo"));
            return wire.acceptAs(carriage.hub.name()).readMessage();
        }));
        all.add(new Capture(carriage.group, "worker-heartbeat", (peer, wire) -> {
            peer.worker(new WorkerPlan(carriage.worker, wire.endpoint(), "echo").heartbeating(QUICK));
            RawConnection connection = wire.acceptAs(carriage.hub.name());
            connection.readMessage();
            return connection.readMessage();
        }));
        all.add(new Capture(carriage.group, "worker-reply", (peer, wire) -> {
            peer.worker(new WorkerPlan(carriage.worker, wire.endpoint(), "echo"));
            RawConnection connection = wire.acceptAs(carriage.hub.name());
            connection.readMessage();
            connection.write(carriage.carry(text("MDPW01"), hex("02"), hex("00c0ffee"), hex(""), text("hello"), hex(""), text("!")));
            return connection.readMessage();
        }));
        all.add(new Capture(carriage.group, "worker-disconnect", (peer, wire) -> {
            LibzmqWorker worker = peer.worker(new WorkerPlan(carriage.worker, wire.endpoint(), "echo"));
            RawConnection connection = wire.acceptAs(carriage.hub.name());
            connection.readMessage();
            worker.leave();
            return connection.readMessage();
        }));
    }

    private static void broker(List<Capture> all, Carriage carriage) {
        // Over ROUTER the client's address is the identity that it announced; a SERVER draws it at random, and in GDP it
        // stands behind the frame header, the two frames before it and its own size.
        Capture.Chance address = carriage == Carriage.GDP ? new Capture.Chance(2 + 7 + 2 + 1, 4) : new Capture.Chance(0, 0);
        all.add(new Capture(carriage.group, "broker-request", (peer, wire) -> {
            LibzmqBroker broker = peer.broker(carriage.hub, ANY_PORT);
            RawConnection worker = registered(wire, broker, carriage);
            client(wire, broker, carriage);
            return worker.readMessage();
        }, address));
        all.add(new Capture(carriage.group, "broker-reply", (peer, wire) -> {
            LibzmqBroker broker = peer.broker(carriage.hub, ANY_PORT);
            RawConnection worker = registered(wire, broker, carriage);
            RawConnection client = client(wire, broker, carriage);
            byte[] request = worker.readMessage();
            // The request of the broker, sent back as a reply: only the command differs.
            request[carriage == Carriage.GDP ? 10 : 12] = 3;
            worker.write(request);
            return client.readMessage();
        }));
        all.add(new Capture(carriage.group, "broker-heartbeat", (peer, wire) ->
                registered(wire, peer.broker(carriage.hub, ANY_PORT, QUICK), carriage).readMessage()));
        all.add(new Capture(carriage.group, "broker-disconnect", (peer, wire) -> {
            LibzmqBroker broker = peer.broker(carriage.hub, ANY_PORT);
            RawConnection stranger = wire.connectWith(broker.endpoint(), ready(carriage.worker.name()));
            stranger.write(carriage.carry(text("MDPW01"), hex("04")));
            return stranger.readMessage();
        }));
        all.add(new Capture(carriage.group, "broker-mmi-404", (peer, wire) -> {
            LibzmqBroker broker = peer.broker(carriage.hub, ANY_PORT);
            RawConnection client = wire.connectWith(broker.endpoint(), ready(carriage.worker.name()));
            client.write(carriage.carry(text("MDPC01"), text("mmi.service"), text("echo")));
            return client.readMessage();
        }));
    }

    private static RawConnection registered(RawWire wire, LibzmqBroker broker, Carriage carriage) throws IOException {
        RawConnection worker = wire.connectWith(broker.endpoint(), ready(carriage.worker.name()));
        worker.write(carriage.carry(text("MDPW01"), hex("01"), text("echo")));
        return worker;
    }

    private static RawConnection client(RawWire wire, LibzmqBroker broker, Carriage carriage) throws IOException {
        byte[] ready = carriage == Carriage.GDP ? ready("CLIENT") : ready("DEALER", "C1");
        RawConnection client = wire.connectWith(broker.endpoint(), ready);
        client.write(carriage.carry(text("MDPC01"), text("echo"), text("hello"), text("world")));
        return client;
    }
}
