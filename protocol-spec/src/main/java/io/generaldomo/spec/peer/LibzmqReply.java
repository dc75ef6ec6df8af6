package io.generaldomo.spec.peer;

import java.util.Arrays;
import java.util.List;

/**
 * What came to one request, in order.
 *
 * @param number of the request, from 0
 * @param pieces the messages; none when the request was lost before anything came
 */
public record LibzmqReply(long number, List<Piece> pieces) {
    /**
     * One message of a reply.
     *
     * @param command {@code PARTIAL}, {@code FINAL}, {@code REPORT} or {@code NAK}; {@code UNREADABLE} for what is no
     *                message of the dialect to a client
     * @param body    its body frames; all frames when it is unreadable
     */
    public record Piece(String command, List<byte[]> body) {
        static Piece decode(String text) {
            int at = text.indexOf('.');
            return at < 0 ? new Piece(text, List.of()) : new Piece(text.substring(0, at), PeerLine.frames(text.substring(at)));
        }
    }

    static LibzmqReply of(PeerLine line) {
        String pieces = line.value("pieces");
        List<Piece> all = pieces.isEmpty() ? List.of() : Arrays.stream(pieces.split(",")).map(Piece::decode).toList();
        return new LibzmqReply(line.number("number"), all);
    }
}
