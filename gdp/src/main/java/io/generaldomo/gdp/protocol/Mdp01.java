package io.generaldomo.gdp.protocol;

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
 * The frames of RFC 7/MDP, as they follow the leading empty frame where there is one. GDP has the same.
 *
 * <pre>
 *   client REQUEST, REPLY:  MDPC01 | service | body ...
 *   worker READY:           MDPW01 | 01 | service
 *   worker REQUEST, REPLY:  MDPW01 | 02, 03 | client address | "" | body ...
 *   HEARTBEAT, DISCONNECT:  MDPW01 | 04, 05
 * </pre>
 */
final class Mdp01 implements Grammar {
    private static final int READY = 1;
    private static final int REQUEST = 2;
    private static final int REPLY = 3;
    private static final int HEARTBEAT = 4;
    private static final int DISCONNECT = 5;

    @Override
    public Replies replies() {
        return Replies.ONE;
    }

    @Override
    public Command read(FrameReader in, Direction direction) {
        Header header = in.header();
        if (header == Header.MDPC01) {
            ServiceName service = in.service();
            return direction == TO_BROKER ? new ClientRequest(service, in.rest()) : new ClientReply(service, in.rest());
        }
        if (header == Header.MDPW01) {
            return readWorker(in, direction);
        }
        throw FrameReader.malformed("not an MDP 0.1 header");
    }

    private static Command readWorker(FrameReader in, Direction direction) {
        int number = in.number();
        boolean toBroker = direction == TO_BROKER;
        if (number == READY && toBroker) {
            return in.last(new WorkerReady(in.service()));
        }
        if (number == REQUEST && !toBroker) {
            return new WorkerRequest(in.address(), in.rest());
        }
        if (number == REPLY && toBroker) {
            return new WorkerReply(in.address(), in.rest());
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
            writeClient(request.service(), request.body(), out);
        } else if (command instanceof ClientReply reply) {
            requireEnd(reply.kind());
            writeClient(reply.service(), reply.body(), out);
        } else if (command instanceof WorkerReady ready) {
            writeWorker(READY, out);
            out.service(ready.service());
        } else if (command instanceof WorkerRequest request) {
            writeAddressed(REQUEST, request.address(), request.body(), out);
        } else if (command instanceof WorkerReply reply) {
            requireEnd(reply.kind());
            writeAddressed(REPLY, reply.address(), reply.body(), out);
        } else if (command instanceof Heartbeat) {
            writeWorker(HEARTBEAT, out);
        } else if (command instanceof Disconnect) {
            writeWorker(DISCONNECT, out);
        } else {
            throw Grammar.noWordFor(command);
        }
    }

    private static void requireEnd(ReplyKind kind) {
        if (kind == ReplyKind.PARTIAL) {
            throw Grammar.noWordFor("partial replies");
        }
    }

    private static void writeClient(ServiceName service, Body body, FrameWriter out) {
        out.header(Header.MDPC01);
        out.service(service);
        out.body(body);
    }

    private static void writeWorker(int number, FrameWriter out) {
        out.header(Header.MDPW01);
        out.number(number);
    }

    private static void writeAddressed(int number, Address address, Body body, FrameWriter out) {
        writeWorker(number, out);
        out.address(address);
        out.body(body);
    }
}
