package io.generaldomo.zmtp.socket;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.ZmtpSubscription.Verb;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** DISH: tells every RADIO its groups, and takes messages of these. Confined to the socket's event loop. */
final class DishPattern implements Pattern {
    static final int LONGEST_GROUP = 255;

    private final SocketListener listener;
    private final long backlog;
    private final Set<LivePeer> radios = new LinkedHashSet<>();
    private final Set<ByteBuf> groups = new HashSet<>();

    /**
     * A pattern without groups.
     *
     * @param backlog how many octets of wishes may wait for a RADIO to read them
     */
    DishPattern(SocketListener listener, long backlog) {
        this.listener = listener;
        this.backlog = backlog;
    }

    void join(byte[] group) {
        if (groups.add(Unpooled.wrappedBuffer(group))) {
            tellAll(new ZmtpSubscription(Verb.JOIN, group));
        }
    }

    void leave(byte[] group) {
        if (groups.remove(Unpooled.wrappedBuffer(group))) {
            tellAll(new ZmtpSubscription(Verb.LEAVE, group));
        }
    }

    private void tellAll(ZmtpSubscription wish) {
        List.copyOf(radios).forEach(radio -> radio.tell(wish, backlog));
    }

    @Override
    public void onConnected(LivePeer peer) {
        radios.add(peer);
        groups.forEach(group -> peer.tell(new ZmtpSubscription(Verb.JOIN, ByteBufUtil.getBytes(group)), backlog));
    }

    /** A RADIO may be late to hear that a group was left. */
    @Override
    public void onMessage(LivePeer from, ZmtpMessage message) {
        if (message.size() != 2 || message.part(0).readableBytes() > LONGEST_GROUP) {
            message.release();
            from.fail(new ZmtpException(Reason.MALFORMED, "a RADIO sends a group of up to 255 octets, and one part"));
        } else if (groups.contains(message.part(0))) {
            listener.onMessage(from, message);
        } else {
            message.release();
        }
    }

    @Override
    public void onPause() {
        listener.onPause();
    }

    @Override
    public void onLost(LivePeer peer) {
        radios.remove(peer);
        peer.link().clear();
    }
}
