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
import io.generaldomo.gdp.protocol.Command.WorkerReturn;

/**
 * The frames of GDP 0.3 (gdp.md, 12): those of 18/MDP, and what it takes to have several requests at a time on one connection.
 *
 * <pre>
 *   client REQUEST, PARTIAL, FINAL:  GDPC03 | 01, 02, 03 | ticket: u32 | service | body ...
 *   worker READY:                    GDPW03 | 01 | service | capacity: u32
 *   worker REQUEST, PARTIAL, FINAL:  GDPW03 | 02, 03, 04 | client address | "" | body ...
 *   HEARTBEAT, DISCONNECT:           GDPW03 | 05, 06
 *   worker RETURN:                   GDPW03 | 07 | client address | ""
 * </pre>
 */
final class Gdp03 implements Grammar {
    private static final int CLIENT_REQUEST = 1;
    private static final int CLIENT_PARTIAL = 2;
    private static final int CLIENT_FINAL = 3;

    private static final int READY = 1;
    private static final int WORKER_REQUEST = 2;
    private static final int WORKER_PARTIAL = 3;
    private static final int WORKER_FINAL = 4;
    private static final int HEARTBEAT = 5;
    private static final int DISCONNECT = 6;
    private static final int RETURN = 7;

    @Override
    public Replies replies() {
        return Replies.MARKED;
    }

    @Override
    public boolean sharesConnections() {
        return true;
    }

    @Override
    public boolean workerTakesSeveral() {
        return true;
    }

    @Override
    public Command read(FrameReader in, Direction direction) {
        Header header = in.header();
        if (header == Header.GDPC03) {
            return readClient(in, direction);
        }
        if (header == Header.GDPW03) {
            return direction == TO_BROKER ? readFromWorker(in) : readToWorker(in);
        }
        throw FrameReader.malformed("not a GDP 0.3 header");
    }

    private static Command readClient(FrameReader in, Direction direction) {
        int number = in.number();
        boolean goesThisWay = switch (number) {
            case CLIENT_REQUEST -> direction == TO_BROKER;
            case CLIENT_PARTIAL, CLIENT_FINAL -> direction == FROM_BROKER;
            default -> false;
        };
        if (!goesThisWay) {
            throw FrameReader.misdirected(number);
        }
        int ticket = in.number32("a ticket");
        ServiceName service = in.service();
        if (number == CLIENT_REQUEST) {
            return new ClientRequest(service, ticket, in.rest());
        }
        return new ClientReply(service, ticket, number == CLIENT_PARTIAL ? ReplyKind.PARTIAL : ReplyKind.FINAL, in.rest());
    }

    private static Command readFromWorker(FrameReader in) {
        int number = in.number();
        return switch (number) {
            case READY -> in.last(new WorkerReady(in.service(), capacity(in)));
            case WORKER_PARTIAL -> new WorkerReply(in.address(), ReplyKind.PARTIAL, in.rest());
            case WORKER_FINAL -> new WorkerReply(in.address(), ReplyKind.FINAL, in.rest());
            case HEARTBEAT -> in.last(Heartbeat.INSTANCE);
            case DISCONNECT -> in.last(Disconnect.INSTANCE);
            case RETURN -> in.last(new WorkerReturn(in.address()));
            default -> throw FrameReader.misdirected(number);
        };
    }

    /** More than this side can count is as good as all. */
    private static int capacity(FrameReader in) {
        int capacity = in.number32("a capacity");
        if (capacity == 0) {
            throw FrameReader.malformed("a capacity of no request");
        }
        return capacity < 0 ? Integer.MAX_VALUE : capacity;
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
            writeClient(CLIENT_REQUEST, request.ticket(), request.service(), request.body(), out);
        } else if (command instanceof ClientReply reply) {
            writeClient(reply.kind() == ReplyKind.PARTIAL ? CLIENT_PARTIAL : CLIENT_FINAL, reply.ticket(), reply.service(), reply.body(), out);
        } else if (command instanceof WorkerReady ready) {
            writeWorker(READY, out);
            out.service(ready.service());
            out.number32(Math.max(1, ready.capacity()));
        } else if (command instanceof WorkerRequest request) {
            writeAddressed(WORKER_REQUEST, request.address(), out);
            out.body(request.body());
        } else if (command instanceof WorkerReply reply) {
            writeAddressed(reply.kind() == ReplyKind.PARTIAL ? WORKER_PARTIAL : WORKER_FINAL, reply.address(), out);
            out.body(reply.body());
        } else if (command instanceof WorkerReturn given) {
            writeAddressed(RETURN, given.address(), out);
        } else if (command instanceof Heartbeat) {
            writeWorker(HEARTBEAT, out);
        } else if (command instanceof Disconnect) {
            writeWorker(DISCONNECT, out);
        } else {
            throw Grammar.noWordFor(command);
        }
    }

    private static void writeClient(int number, int ticket, ServiceName service, Body body, FrameWriter out) {
        out.header(Header.GDPC03);
        out.number(number);
        out.number32(ticket);
        out.service(service);
        out.body(body);
    }

    private static void writeWorker(int number, FrameWriter out) {
        out.header(Header.GDPW03);
        out.number(number);
    }

    private static void writeAddressed(int number, Address address, FrameWriter out) {
        writeWorker(number, out);
        out.address(address);
    }
}
