package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.hex;
import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The first part of MDP 0.2 by zproto, which holds what are the first two or three frames of 18/MDP. Stateless. */
final class ZprotoHead {
    private static final byte[] SIGNATURE = hex("AA A4");
    private static final int HEADER = 6;
    /** Signature, id, length of the header, header, number. */
    private static final int SIZE = 2 + 1 + 1 + HEADER + 1;
    /** The ids of a worker's commands follow those of a client's. */
    private static final int IDS_OF_CLIENT = 3;

    private ZprotoHead() {}

    static List<byte[]> pack(List<byte[]> frames) {
        byte[] header = frames.get(0);
        int number = frames.get(1)[0];
        int id = isClient(header) ? number : number + IDS_OF_CLIENT;
        byte[] head = join(SIGNATURE, number(id, 1), number(HEADER, 1), header, number(number, 1));
        int inHead = 2;
        if (hasService(header, number)) {
            byte[] service = frames.get(2);
            head = join(head, number(service.length, 1), service);
            inHead = 3;
        }
        List<byte[]> parts = new ArrayList<>(frames.subList(inHead, frames.size()));
        parts.add(0, head);
        return parts;
    }

    static Optional<List<byte[]>> unpack(List<byte[]> parts) {
        byte[] head = parts.get(0);
        if (head.length < SIZE || !Arrays.equals(SIGNATURE, Arrays.copyOf(head, 2)) || head[3] != HEADER) {
            return Optional.empty();
        }
        byte[] header = Arrays.copyOfRange(head, 4, 4 + HEADER);
        int number = head[SIZE - 1];
        if (head[2] != (isClient(header) ? number : number + IDS_OF_CLIENT)) {
            return Optional.empty();
        }
        List<byte[]> frames = new ArrayList<>(List.of(header, number(number, 1)));
        if (hasService(header, number)) {
            if (head.length == SIZE || head.length != SIZE + 1 + (head[SIZE] & 0xff)) {
                return Optional.empty();
            }
            frames.add(Arrays.copyOfRange(head, SIZE + 1, head.length));
        } else if (head.length != SIZE) {
            return Optional.empty();
        }
        frames.addAll(parts.subList(1, parts.size()));
        return Optional.of(frames);
    }

    private static boolean isClient(byte[] header) {
        return header[3] == 'C';
    }

    private static boolean hasService(byte[] header, int number) {
        return isClient(header) || number == 1;
    }
}
