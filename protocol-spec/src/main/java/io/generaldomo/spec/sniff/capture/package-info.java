/**
 * Captures of packets, pcap and pcapng, as conversations: packets, TCP segments in them, and the streams that those make up.
 *
 * <pre>
 *  file -&gt; PacketReader -&gt; Packet -&gt; LinkLayer, Segment -&gt; CaptureSniffer -&gt; Flow -&gt; TcpStream -&gt; Conversation
 * </pre>
 */
@NullMarked
package io.generaldomo.spec.sniff.capture;

import org.jspecify.annotations.NullMarked;
