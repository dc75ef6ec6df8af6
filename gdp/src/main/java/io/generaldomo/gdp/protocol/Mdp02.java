package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.FROM_BROKER;
import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;

/**
 * The frames of RFC 18/MDP. No empty frame goes in front.
 *
 * <pre>
 *   client REQUEST, PARTIAL, FINAL:  MDPC02 | 01, 02, 03 | service | body ...
 *   worker READY:                    MDPW02 | 01 | service
 *   worker REQUEST, PARTIAL, FINAL:  MDPW02 | 02, 03, 04 | client address | "" | body ...
 *   HEARTBEAT, DISCONNECT:           MDPW02 | 05, 06
 * </pre>
 */
final class Mdp02 implements Grammar {
    private static final int CLIENT_REQUEST = 1;
    private static final int CLIENT_PARTIAL = 2;
    private static final int CLIENT_FINAL = 3;

    private static final int READY = 1;
    private static final int WORKER_REQUEST = 2;
    private static final int WORKER_PARTIAL = 3;
    private static final int WORKER_FINAL = 4;
    private static final int HEARTBEAT = 5;
    private static final int DISCONNECT = 6;

    @Override
    public Replies replies() {
        return Replies.MARKED;
    }

    @Override
    public Command read(FrameReader in, Direction direction) {
        Header header = in.header();
        if (header == Header.MDPC02) {
            return readClient(in, direction);
        }
        if (header == Header.MDPW02) {
            return direction == TO_BROKER ? readFromWorker(in) : readToWorker(in);
        }
        throw FrameReader.malformed("not an MDP 0.2 header");
    }

    private static Command readClient(FrameReader in, Direction direction) {
        int number = in.number();
        if (number == CLIENT_REQUEST && direction == TO_BROKER) {
            return new ClientRequest(in.service(), in.rest());
        }
        if (number == CLIENT_PARTIAL && direction == FROM_BROKER) {
            return new ClientReply(in.service(), ReplyKind.PARTIAL, in.rest());
        }
        if (number == CLIENT_FINAL && direction == FROM_BROKER) {
            return new ClientReply(in.service(), ReplyKind.FINAL, in.rest());
        }
        throw FrameReader.misdirected(number);
    }

    private static Command readFromWorker(FrameReader in) {
        int number = in.number();
        return switch (number) {
            case READY -> in.last(new WorkerReady(in.service()));
            case WORKER_PARTIAL -> new WorkerReply(in.address(), ReplyKind.PARTIAL, in.rest());
            case WORKER_FINAL -> new WorkerReply(in.address(), ReplyKind.FINAL, in.rest());
            case HEARTBEAT -> in.last(Heartbeat.INSTANCE);
            case DISCONNECT -> in.last(Disconnect.INSTANCE);
            default -> throw FrameReader.misdirected(number);
        };
    }

    private static Command readToWorker(FrameReader in) {
        int number = in.number();
        return switch (number) {
            case WORKER_REQUEST -> new WorkerRequest(in.address(), in.rest());
            case HEARTBEAT -> in.last(Heartbeat.INSTANCE);
            case DISCONNECT -> in.last(Disconnect.INSTANCE);
            default -> throw FrameReader.misdirected(number);
        };
    }

    @Override
    public void write(Command command, FrameWriter out) {
        if (command instanceof ClientRequest request) {
            writeClient(CLIENT_REQUEST, request.service(), request.body(), out);
        } else if (command instanceof ClientReply reply) {
            writeClient(reply.kind() == ReplyKind.PARTIAL ? CLIENT_PARTIAL : CLIENT_FINAL, reply.service(), reply.body(), out);
        } else if (command instanceof WorkerReady ready) {
            writeWorker(READY, out);
            out.service(ready.service());
        } else if (command instanceof WorkerRequest request) {
            writeAddressed(WORKER_REQUEST, request.address(), request.body(), out);
        } else if (command instanceof WorkerReply reply) {
            writeAddressed(reply.kind() == ReplyKind.PARTIAL ? WORKER_PARTIAL : WORKER_FINAL, reply.address(), reply.body(), out);
        } else if (command instanceof Heartbeat) {
            writeWorker(HEARTBEAT, out);
        } else if (command instanceof Disconnect) {
            writeWorker(DISCONNECT, out);
        } else {
            throw Grammar.noWordFor(command);
        }
    }

    private static void writeClient(int number, ServiceName service, Body body, FrameWriter out) {
        out.header(Header.MDPC02);
        out.number(number);
        out.service(service);
        out.body(body);
    }

    private static void writeWorker(int number, FrameWriter out) {
        out.header(Header.MDPW02);
        out.number(number);
    }

    private static void writeAddressed(int number, Address address, Body body, FrameWriter out) {
        writeWorker(number, out);
        out.address(address);
        out.body(body);
    }
}
