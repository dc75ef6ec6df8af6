package io.generaldomo.spec.sniff.capture;

import io.generaldomo.spec.sniff.Sighting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the TCP connections of a capture say. Packets of other protocols are passed over; where the file is broken, reading ends, and a sighting says where.
 * Memory grows with the connections that are open at the same time. Reads one capture, in one thread.
 */
public final class CaptureSniffer {
    private final Consumer<Sighting> listener;
    private final Map<Set<InetSocketAddress>, Flow> flows = new LinkedHashMap<>();
    private final Set<Integer> unknownLinkTypes = new TreeSet<>();
    private int number;
    private Instant now = Instant.EPOCH;

    /**
     * A sniffer.
     *
     * @param listener told of all that is seen, in the order of the capture
     */
    public CaptureSniffer(Consumer<Sighting> listener) {
        this.listener = listener;
    }

    /**
     * Whether octets are the first of a capture.
     *
     * @param octets four of them
     * @return true for pcap and pcapng
     */
    public static boolean isCapture(byte[] octets) {
        try {
            byte[] header = Arrays.copyOf(Arrays.copyOf(octets, 4), 24);
            PacketReader.of(new Words(new ByteArrayInputStream(header)));
            return true;
        } catch (IOException | CaptureException e) {
            return false;
        }
    }

    /**
     * Reads a capture to its end.
     *
     * @param in a pcap or pcapng file; not closed
     * @throws IOException if it cannot be read at all
     */
    public void read(InputStream in) throws IOException {
        Words file = new Words(in);
        try {
            PacketReader packets = PacketReader.of(file);
            for (Packet packet = packets.next(); packet != null; packet = packets.next()) {
                onPacket(packet);
            }
        } catch (CaptureException e) {
            listener.accept(Sighting.ofCapture("the capture: " + e.getMessage(), e.offset()));
        }
        flows.values().forEach(flow -> flow.end(now));
        flows.clear();
        for (int linkType : unknownLinkTypes) {
            listener.accept(Sighting.ofCapture("the capture: packets of the link type " + linkType + " were passed over", file.offset()));
        }
    }

    private void onPacket(Packet packet) {
        now = packet.time();
        if (!LinkLayer.isKnown(packet.linkType())) {
            unknownLinkTypes.add(packet.linkType());
            return;
        }
        Segment segment = IpPacket.segment(packet);
        if (segment != null) {
            onSegment(segment);
        }
    }

    private void onSegment(Segment segment) {
        if (segment.source().equals(segment.destination())) {
            return; // a socket connected to itself: no telling who says what
        }
        Set<InetSocketAddress> ends = Set.of(segment.source(), segment.destination());
        @Nullable Flow flow = flows.get(ends);
        if (flow != null && flow.isFollowedBy(segment)) {
            flow.end(now);
            flow = null;
        }
        if (flow == null) {
            if (segment.size() == 0 && !segment.is(Segment.SYN)) {
                return; // what is left of a connection that is over, or that has not said anything yet
            }
            flow = new Flow(++number, segment, now, listener);
            flows.put(ends, flow);
        }
        flow.segment(segment, now);
        if (flow.isOver()) {
            flows.remove(ends);
        }
    }
}
