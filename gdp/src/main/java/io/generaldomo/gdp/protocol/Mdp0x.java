package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command.ClientNak;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;

/**
 * The frames of libmdp in zeromq/majordomo, as they follow the leading empty frame. It calls itself an implementation of 18/MDP and is none.
 *
 * <pre>
 *   client REQUEST:          MDPC0X | service | body ...
 *   client REPORT, NAK:      MDPC0X | 02, 03 | service | body ...
 *   worker READY:            MDPW0X | 01 | service
 *   worker REQUEST, REPORT:  MDPW0X | 02, 03 | client address | "" | body ...
 *   HEARTBEAT, DISCONNECT:   MDPW0X | 04, 05
 * </pre>
 *
 * <p>REPORT is the only reply that it has, so that a partial and a final one are written as REPORT too: what marks the end is lost.
 */
final class Mdp0x implements Grammar {
    private static final int CLIENT_REPORT = 2;
    private static final int CLIENT_NAK = 3;

    private static final int READY = 1;
    private static final int WORKER_REQUEST = 2;
    private static final int WORKER_REPORT = 3;
    private static final int HEARTBEAT = 4;
    private static final int DISCONNECT = 5;

    @Override
    public Replies replies() {
        return Replies.UNMARKED;
    }

    @Override
    public boolean hasNak() {
        return true;
    }

    @Override
    public boolean workerTakesSeveral() {
        return true;
    }

    @Override
    public Command read(FrameReader in, Direction direction) {
        Header header = in.header();
        if (header == Header.MDPC0X) {
            return direction == TO_BROKER ? new ClientRequest(in.service(), in.rest()) : readToClient(in);
        }
        if (header == Header.MDPW0X) {
            return readWorker(in, direction);
        }
        throw FrameReader.malformed("not an MDP 0X header");
    }

    private static Command readToClient(FrameReader in) {
        int number = in.number();
        return switch (number) {
            case CLIENT_REPORT -> new ClientReply(in.service(), ReplyKind.REPORT, in.rest());
            case CLIENT_NAK -> new ClientNak(in.service(), in.rest());
            default -> throw FrameReader.misdirected(number);
        };
    }

    private static Command readWorker(FrameReader in, Direction direction) {
        int number = in.number();
        boolean toBroker = direction == TO_BROKER;
        if (number == READY && toBroker) {
            return in.last(new WorkerReady(in.service()));
        }
        if (number == WORKER_REQUEST && !toBroker) {
            return new WorkerRequest(in.address(), in.rest());
        }
        if (number == WORKER_REPORT && toBroker) {
            return new WorkerReply(in.address(), ReplyKind.REPORT, in.rest());
        }
        return switch (number) {
            case HEARTBEAT -> in.last(Heartbeat.INSTANCE);
            case DISCONNECT -> in.last(Disconnect.INSTANCE);
            default -> throw FrameReader.misdirected(number);
        };
    }

    @Override
    public void write(Command command, FrameWriter out) {
        if (command instanceof ClientRequest request) {
            out.header(Header.MDPC0X);
            out.service(request.service());
            out.body(request.body());
        } else if (command instanceof ClientReply reply) {
            writeToClient(CLIENT_REPORT, reply.service(), reply.body(), out);
        } else if (command instanceof ClientNak nak) {
            writeToClient(CLIENT_NAK, nak.service(), nak.body(), out);
        } else if (command instanceof WorkerReady ready) {
            writeWorker(READY, out);
            out.service(ready.service());
        } else if (command instanceof WorkerRequest request) {
            writeAddressed(WORKER_REQUEST, request.address(), request.body(), out);
        } else if (command instanceof WorkerReply reply) {
            writeAddressed(WORKER_REPORT, reply.address(), reply.body(), out);
        } else if (command instanceof Heartbeat) {
            writeWorker(HEARTBEAT, out);
        } else if (command instanceof Disconnect) {
            writeWorker(DISCONNECT, out);
        } else {
            throw Grammar.noWordFor(command);
        }
    }

    private static void writeToClient(int number, ServiceName service, Body body, FrameWriter out) {
        out.header(Header.MDPC0X);
        out.number(number);
        out.service(service);
        out.body(body);
    }

    private static void writeWorker(int number, FrameWriter out) {
        out.header(Header.MDPW0X);
        out.number(number);
    }

    private static void writeAddressed(int number, Address address, Body body, FrameWriter out) {
        writeWorker(number, out);
        out.address(address);
        out.body(body);
    }
}
