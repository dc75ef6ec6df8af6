package io.generaldomo.zmtp.transport;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandle;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.net.BindException;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection within the JVM: Netty's, on any event loop instead of those of its own kind, because nothing happens that a selector has to
 * find out. What is on the way is counted at either end, for {@link InprocFlow}.
 */
final class InprocChannel extends LocalChannel {
    private final AtomicLong arriving;
    private final AtomicLong leaving;
    private volatile @Nullable InprocChannel peer;

    InprocChannel() {
        arriving = new AtomicLong();
        leaving = new AtomicLong();
    }

    private InprocChannel(LocalServerChannel parent, InprocChannel peer) {
        super(parent, peer);
        this.peer = peer;
        this.arriving = peer.leaving;
        this.leaving = peer.arriving;
        peer.peer = this;
    }

    /** The side that accepts. */
    static final class Server extends LocalServerChannel {
        @Override
        protected LocalChannel newLocalChannel(LocalChannel connecting) {
            return new InprocChannel(this, (InprocChannel) connecting);
        }

        @Override
        protected boolean isCompatible(EventLoop loop) {
            return true;
        }

        /** As everybody else who binds says it. */
        @Override
        protected void doBind(SocketAddress address) throws Exception {
            try {
                super.doBind(address);
            } catch (ChannelException e) {
                throw new BindException(e.getMessage());
            }
        }

        @Override
        protected void doRegister(ChannelPromise promise) {
            promise.setSuccess();
        }

        @Override
        protected void doDeregister() {
            // as there was nothing to register
        }
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected void doRegister(ChannelPromise promise) {
        ((IoHandle) unsafe()).registered();
        promise.setSuccess();
    }

    @Override
    protected void doDeregister() {
        // as there was nothing to register
    }

    /** Octets that this end has sent, and the other one has not read. */
    long unread() {
        return leaving.get();
    }

    void sent(long octets) {
        leaving.addAndGet(octets);
    }

    /** Octets were read; true if the other end may have waited for that. */
    boolean read(long octets, long mark) {
        long now = arriving.addAndGet(-octets);
        return now <= mark && now + octets > mark;
    }

    void wakePeer() {
        InprocChannel other = peer;
        if (other != null && other.isRegistered()) {
            other.eventLoop().execute(() -> other.pipeline().fireUserEventTriggered(InprocFlow.ROOM));
        }
    }
}
