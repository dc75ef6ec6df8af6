package io.generaldomo.gdp.protocol;

import static io.generaldomo.gdp.protocol.Direction.TO_BROKER;

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
import java.io.ByteArrayOutputStream;

/**
 * 18/MDP as zproto generates it for zeromq/majordomo: the head in one frame, the rest in frames of their own. No empty frame goes in front.
 *
 * <pre>
 *   head:  | AA A4 | id: u8 | 06 | MDPC02 or MDPW02 | number: u8 | and, where there is one: size: u8 | service |
 *
 *   client REQUEST, PARTIAL, FINAL:  head(1, 2, 3; 01, 02, 03; service) | body ...
 *   worker READY:                    head(4; 01; service)
 *   worker REQUEST, PARTIAL, FINAL:  head(5, 6, 7; 02, 03, 04) | client address | "" | body ...
 *   HEARTBEAT, DISCONNECT:           head(8, 9; 05, 06)
 * </pre>
 *
 * <p>The id says everything; header and number repeat it, and have to agree with it.
 */
final class Mdp02Zproto implements Grammar {
    private static final int SIGNATURE = 0xAAA4;

    private static final int CLIENT_REQUEST = 1;
    private static final int CLIENT_PARTIAL = 2;
    private static final int CLIENT_FINAL = 3;
    private static final int READY = 4;
    private static final int WORKER_REQUEST = 5;
    private static final int WORKER_PARTIAL = 6;
    private static final int WORKER_FINAL = 7;
    private static final int HEARTBEAT = 8;
    private static final int DISCONNECT = 9;

    /** Whether a message that begins with this frame is one of these. Borrows the frame. */
    static boolean isHead(ByteBuf frame) {
        return frame.readableBytes() >= 2 && frame.getUnsignedShort(frame.readerIndex()) == SIGNATURE;
    }

    @Override
    public Replies replies() {
        return Replies.MARKED;
    }

    @Override
    public Command read(FrameReader in, Direction direction) {
        ByteBuf head = in.next();
        if (!isHead(head)) {
            throw FrameReader.malformed("not the signature of MDP 0.2 by zproto");
        }
        head.skipBytes(2);
        int id = octet(head);
        Header header = Header.of(text(head));
        int number = octet(head);
        if (header != header(id) || number != number(id)) {
            throw FrameReader.malformed("the head of command " + id + " contradicts itself");
        }
        return direction == TO_BROKER ? readToBroker(id, head, in) : readFromBroker(id, head, in);
    }

    private static Command readToBroker(int id, ByteBuf head, FrameReader in) {
        return switch (id) {
            case CLIENT_REQUEST -> new ClientRequest(service(head), in.rest());
            case READY -> in.last(new WorkerReady(service(head)));
            case WORKER_PARTIAL -> new WorkerReply(address(head, in), ReplyKind.PARTIAL, in.rest());
            case WORKER_FINAL -> new WorkerReply(address(head, in), ReplyKind.FINAL, in.rest());
            case HEARTBEAT -> in.last(bare(head, Heartbeat.INSTANCE));
            case DISCONNECT -> in.last(bare(head, Disconnect.INSTANCE));
            default -> throw FrameReader.misdirected(id);
        };
    }

    private static Command readFromBroker(int id, ByteBuf head, FrameReader in) {
        return switch (id) {
            case CLIENT_PARTIAL -> new ClientReply(service(head), ReplyKind.PARTIAL, in.rest());
            case CLIENT_FINAL -> new ClientReply(service(head), ReplyKind.FINAL, in.rest());
            case WORKER_REQUEST -> new WorkerRequest(address(head, in), in.rest());
            case HEARTBEAT -> in.last(bare(head, Heartbeat.INSTANCE));
            case DISCONNECT -> in.last(bare(head, Disconnect.INSTANCE));
            default -> throw FrameReader.misdirected(id);
        };
    }

    private static ServiceName service(ByteBuf head) {
        ByteBuf name = text(head);
        requireEnd(head);
        return FrameReader.service(name, name.readerIndex(), name.readableBytes());
    }

    private static Address address(ByteBuf head, FrameReader in) {
        requireEnd(head);
        return in.address();
    }

    private static Command bare(ByteBuf head, Command command) {
        requireEnd(head);
        return command;
    }

    private static void requireEnd(ByteBuf head) {
        if (head.isReadable()) {
            throw FrameReader.malformed("octets after the end of a head");
        }
    }

    private static int octet(ByteBuf head) {
        if (!head.isReadable()) {
            throw truncated();
        }
        return head.readUnsignedByte();
    }

    private static ByteBuf text(ByteBuf head) {
        int length = octet(head);
        if (length > head.readableBytes()) {
            throw truncated();
        }
        return head.readSlice(length);
    }

    private static GdpException truncated() {
        return FrameReader.malformed("a head is truncated");
    }

    private static Header header(int id) {
        return id <= CLIENT_FINAL ? Header.MDPC02 : Header.MDPW02;
    }

    /** The number that 18/MDP has for the command. */
    private static int number(int id) {
        return id <= CLIENT_FINAL ? id : id - CLIENT_FINAL;
    }

    @Override
    public void write(Command command, FrameWriter out) {
        if (command instanceof ClientRequest request) {
            out.frame(head(CLIENT_REQUEST, request.service()));
            out.body(request.body());
        } else if (command instanceof ClientReply reply) {
            out.frame(head(reply.kind() == ReplyKind.PARTIAL ? CLIENT_PARTIAL : CLIENT_FINAL, reply.service()));
            out.body(reply.body());
        } else if (command instanceof WorkerReady ready) {
            out.frame(head(READY, ready.service()));
        } else if (command instanceof WorkerRequest request) {
            writeAddressed(WORKER_REQUEST, request.address(), request.body(), out);
        } else if (command instanceof WorkerReply reply) {
            writeAddressed(reply.kind() == ReplyKind.PARTIAL ? WORKER_PARTIAL : WORKER_FINAL, reply.address(), reply.body(), out);
        } else if (command instanceof Heartbeat) {
            out.frame(head(HEARTBEAT).toByteArray());
        } else if (command instanceof Disconnect) {
            out.frame(head(DISCONNECT).toByteArray());
        } else {
            throw Grammar.noWordFor(command);
        }
    }

    private static void writeAddressed(int id, Address address, Body body, FrameWriter out) {
        out.frame(head(id).toByteArray());
        out.address(address);
        out.body(body);
    }

    private static byte[] head(int id, ServiceName service) {
        ByteArrayOutputStream head = head(id);
        head.write(service.length());
        head.writeBytes(service.octets());
        return head.toByteArray();
    }

    private static ByteArrayOutputStream head(int id) {
        ByteArrayOutputStream head = new ByteArrayOutputStream(32);
        byte[] header = header(id).octets();
        head.write(SIGNATURE >> 8);
        head.write(SIGNATURE);
        head.write(id);
        head.write(header.length);
        head.writeBytes(header);
        head.write(number(id));
        return head;
    }
}
