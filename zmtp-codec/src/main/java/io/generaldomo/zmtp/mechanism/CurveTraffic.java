package io.generaldomo.zmtp.mechanism;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.wire.CurveMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** The traffic of CURVE: every frame a MESSAGE with a nonce above the last one's. */
final class CurveTraffic implements FrameCipher {
    private static final String FROM_CLIENT = "CurveZMQMESSAGEC";
    private static final String FROM_SERVER = "CurveZMQMESSAGES";

    private final BoxStream outbound;
    private final BoxStream inbound;
    private long sent;
    private long received;

    private CurveTraffic(BoxStream outbound, BoxStream inbound, long sent, long received) {
        this.outbound = outbound;
        this.inbound = inbound;
        this.sent = sent;
        this.received = received;
    }

    /** The client's side, with the last nonces of the handshake each way. */
    static CurveTraffic ofClient(Box box, long sent, long received) {
        return new CurveTraffic(box.stream(FROM_CLIENT), box.stream(FROM_SERVER), sent, received);
    }

    /** The server's side, with the last nonces of the handshake each way. */
    static CurveTraffic ofServer(Box box, long sent, long received) {
        return new CurveTraffic(box.stream(FROM_SERVER), box.stream(FROM_CLIENT), sent, received);
    }

    @Override
    public int overhead() {
        return CurveMessage.OVERHEAD;
    }

    @Override
    public void seal(int flags, ByteBuf payload, ByteBuf out) {
        CurveMessage.writeHead(out, ++sent);
        int start = out.writerIndex();
        out.writeZero(BoxStream.MAC).writeByte(flags).writeBytes(payload, payload.readerIndex(), payload.readableBytes());
        outbound.seal(sent, out.array(), out.arrayOffset() + start, 1 + payload.readableBytes());
    }

    @Override
    public ByteBuf open(ByteBuf body, ByteBufAllocator allocator) {
        long nonce = CurveMessage.readHead(body);
        if (Long.compareUnsigned(nonce, received) <= 0) {
            throw new ZmtpException(Reason.CRYPTOGRAPHIC, "a nonce that is not above the last one: a replay");
        }
        ByteBuf box = allocator.heapBuffer(body.readableBytes());
        body.readBytes(box, body.readableBytes());
        if (!inbound.open(nonce, box.array(), box.arrayOffset(), box.readableBytes() - BoxStream.MAC)) {
            box.release();
            throw new ZmtpException(Reason.CRYPTOGRAPHIC, "a frame that the peer did not seal");
        }
        received = nonce;
        return box.skipBytes(BoxStream.MAC);
    }

    @Override
    public void wipe() {
        outbound.wipe();
        inbound.wipe();
    }
}
