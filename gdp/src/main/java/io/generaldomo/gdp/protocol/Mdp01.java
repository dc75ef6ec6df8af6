package io.generaldomo.gdp.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * The frames of RFC 7/MDP, as they follow the leading empty frame where there is one.
 *
 * <pre>
 *   client REQUEST, REPLY:  MDPC01 | service | body ...
 *   worker READY:           MDPW01 | 01 | service
 *   worker REQUEST, REPLY:  MDPW01 | 02, 03 | client address | "" | body ...
 *   HEARTBEAT, DISCONNECT:  MDPW01 | 04, 05
 * </pre>
 *
 * <p>Read strictly: headers and command numbers have exactly their length, nothing follows where nothing is specified. A REQUEST or REPLY
 * without any body frame is taken for one with an empty body, but never written: peers such as those of the Guide expect one frame or
 * more, so a body without frames goes out as one empty frame (gdp.md, 2.3). Stateless.
 */
final class Mdp01 {
    static final byte[] CLIENT_HEADER = "MDPC01".getBytes(US_ASCII);
    static final byte[] WORKER_HEADER = "MDPW01".getBytes(US_ASCII);

    private static final byte READY = 1;
    private static final byte REQUEST = 2;
    private static final byte REPLY = 3;
    private static final byte HEARTBEAT = 4;
    private static final byte DISCONNECT = 5;

    private static final byte[] NOTHING = {};

    private Mdp01() {}

    /** Whether this is one of the two first frames of this dialect. */
    static boolean isHeader(ByteBuf frame) {
        return matches(frame, CLIENT_HEADER) || matches(frame, WORKER_HEADER);
    }

    /**
     * Reads all frames of a message.
     *
     * @throws GdpException MALFORMED if they are not a command that may go this way
     */
    static Command read(FrameReader in, Direction direction) {
        ByteBuf header = in.next();
        if (matches(header, CLIENT_HEADER)) {
            ServiceName service = service(in);
            Body body = in.rest();
            return direction == Direction.TO_BROKER ? new ClientRequest(service, body) : new ClientReply(service, body);
        }
        if (matches(header, WORKER_HEADER)) {
            return readWorker(in, direction);
        }
        throw FrameReader.malformed("not an MDP 0.1 header");
    }

    private static Command readWorker(FrameReader in, Direction direction) {
        ByteBuf command = in.next();
        if (command.readableBytes() != 1) {
            throw FrameReader.malformed("a command of " + command.readableBytes() + " octets");
        }
        boolean toBroker = direction == Direction.TO_BROKER;
        byte number = command.getByte(command.readerIndex());
        if (number == READY && toBroker) {
            return last(in, new WorkerReady(service(in)));
        }
        if (number == REQUEST && !toBroker) {
            return new WorkerRequest(address(in), in.rest());
        }
        if (number == REPLY && toBroker) {
            return new WorkerReply(address(in), in.rest());
        }
        return switch (number) {
            case HEARTBEAT -> last(in, Heartbeat.INSTANCE);
            case DISCONNECT -> last(in, Disconnect.INSTANCE);
            default -> throw FrameReader.malformed("command " + (number & 0xFF) + " does not go this way");
        };
    }

    private static ServiceName service(FrameReader in) {
        ByteBuf frame = in.next();
        checkLength("a service name", frame, ServiceName.MAX_LENGTH);
        return ServiceName.of(ByteBufUtil.getBytes(frame));
    }

    private static Address address(FrameReader in) {
        ByteBuf frame = in.next();
        checkLength("a client address", frame, Address.MAX_LENGTH);
        Address address = Address.of(ByteBufUtil.getBytes(frame));
        if (in.next().isReadable()) {
            throw FrameReader.malformed("no empty frame after the client address");
        }
        return address;
    }

    private static void checkLength(String what, ByteBuf frame, int longest) {
        int length = frame.readableBytes();
        if (length == 0 || length > longest) {
            throw FrameReader.malformed(what + " of " + length + " octets");
        }
    }

    private static Command last(FrameReader in, Command command) {
        if (in.hasNext()) {
            throw FrameReader.malformed("frames after the end of a command");
        }
        return command;
    }

    private static boolean matches(ByteBuf frame, byte[] octets) {
        if (frame.readableBytes() != octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if (frame.getByte(frame.readerIndex() + i) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** Writes all frames of a command, which it borrows. */
    static void write(Command command, FrameWriter out) {
        if (command instanceof ClientRequest request) {
            writeClient(request.service(), request.body(), out);
        } else if (command instanceof ClientReply reply) {
            requireEnd(reply.kind());
            writeClient(reply.service(), reply.body(), out);
        } else if (command instanceof WorkerReady ready) {
            writeHead(READY, out);
            out.frame(ready.service().octets());
        } else if (command instanceof WorkerRequest request) {
            writeAddressed(REQUEST, request.address(), request.body(), out);
        } else if (command instanceof WorkerReply reply) {
            requireEnd(reply.kind());
            writeAddressed(REPLY, reply.address(), reply.body(), out);
        } else if (command instanceof Heartbeat) {
            writeHead(HEARTBEAT, out);
        } else if (command instanceof Disconnect) {
            writeHead(DISCONNECT, out);
        } else {
            throw new IllegalArgumentException("MDP 0.1 has no NAK");
        }
    }

    private static void requireEnd(ReplyKind kind) {
        if (kind == ReplyKind.PARTIAL) {
            throw new IllegalArgumentException("MDP 0.1 has no partial replies");
        }
    }

    private static void writeClient(ServiceName service, Body body, FrameWriter out) {
        out.frame(CLIENT_HEADER);
        out.frame(service.octets());
        writeBody(body, out);
    }

    private static void writeAddressed(byte number, Address address, Body body, FrameWriter out) {
        writeHead(number, out);
        out.frame(address.octets());
        out.frame(NOTHING);
        writeBody(body, out);
    }

    private static void writeBody(Body body, FrameWriter out) {
        if (body.size() == 0) {
            out.frame(NOTHING);
        } else {
            out.body(body);
        }
    }

    private static void writeHead(byte number, FrameWriter out) {
        out.frame(WORKER_HEADER);
        out.frame(new byte[] {number});
    }
}
