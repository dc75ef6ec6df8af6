package io.generaldomo.spec.sniff.capture;

import io.generaldomo.spec.sniff.Conversation;
import io.generaldomo.spec.sniff.Side;
import io.generaldomo.spec.sniff.Sighting;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A TCP connection of a capture. Confined. */
final class Flow {
    private final Conversation conversation;
    private final InetSocketAddress connector;
    private final int synSequence;
    private final boolean fromTheStart;
    private @Nullable TcpStream fromConnector;
    private @Nullable TcpStream fromListener;

    /** A connection whose first segment is this one. */
    Flow(int number, Segment segment, Instant time, Consumer<Sighting> listener) {
        fromTheStart = segment.is(Segment.SYN);
        boolean answer = fromTheStart && segment.is(Segment.ACK);
        connector = answer ? segment.destination() : segment.source();
        InetSocketAddress listening = answer ? segment.source() : segment.destination();
        synSequence = segment.sequence();
        conversation = new Conversation(number, ":" + connector.getPort(), ":" + listening.getPort(), fromTheStart, listener);
        String names = text(connector) + (fromTheStart ? " connects to " : " and ") + text(listening);
        conversation.event(Side.CONNECTOR, time, names + (fromTheStart ? "" : ", connected before the capture began"));
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Whether this segment begins another connection between the same addresses. */
    boolean isFollowedBy(Segment segment) {
        boolean opens = segment.is(Segment.SYN) && !segment.is(Segment.ACK);
        return opens && !(segment.source().equals(connector) && segment.sequence() == synSequence);
    }

    void segment(Segment segment, Instant time) {
        Side side = segment.source().equals(connector) ? Side.CONNECTOR : Side.LISTENER;
        stream(side, segment).segment(segment, time);
        TcpStream other = side == Side.CONNECTOR ? fromListener : fromConnector;
        if (segment.is(Segment.ACK) && other != null) {
            other.acknowledge(segment.acknowledgement(), time);
        }
        if (segment.is(Segment.RST) && !isOver()) {
            end(time);
            conversation.event(side, time, "resets the connection");
        }
    }

    private TcpStream stream(Side side, Segment segment) {
        TcpStream known = side == Side.CONNECTOR ? fromConnector : fromListener;
        if (known != null) {
            return known;
        }
        TcpStream stream = new TcpStream(conversation, side, segment.sequence() + (segment.is(Segment.SYN) ? 1 : 0));
        if (side == Side.CONNECTOR) {
            fromConnector = stream;
        } else {
            fromListener = stream;
        }
        return stream;
    }

    boolean isOver() {
        return fromConnector != null && fromConnector.hasEnded() && fromListener != null && fromListener.hasEnded();
    }

    /** The end of the capture, or of the connection. */
    void end(Instant time) {
        if (fromConnector != null) {
            fromConnector.end(time);
        }
        if (fromListener != null) {
            fromListener.end(time);
        }
    }
}
