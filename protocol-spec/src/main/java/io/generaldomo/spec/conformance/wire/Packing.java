package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.join;
import static io.generaldomo.spec.conformance.wire.Octets.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the frames of a Majordomo command lie in the parts of a message. */
public enum Packing {
    /** Each in a part, behind an empty one. */
    DELIMITED {
        @Override
        public List<byte[]> pack(List<byte[]> frames) {
            List<byte[]> parts = new ArrayList<>(frames);
            parts.add(0, new byte[0]);
            return parts;
        }

        /** Takes the frames without the empty one as well: a case of its own tells that it is missing. */
        @Override
        public Optional<List<byte[]>> unpack(List<byte[]> parts) {
            return Optional.of(!parts.isEmpty() && parts.get(0).length == 0 ? parts.subList(1, parts.size()) : parts);
        }
    },
    /** Each in a part. */
    BARE {
        @Override
        public List<byte[]> pack(List<byte[]> frames) {
            return frames;
        }

        @Override
        public Optional<List<byte[]>> unpack(List<byte[]> parts) {
            return Optional.of(parts);
        }
    },
    /** As zproto does it: header, number and service in a head, the others each in a part. */
    ZPROTO {
        @Override
        public List<byte[]> pack(List<byte[]> frames) {
            return ZprotoHead.pack(frames);
        }

        @Override
        public Optional<List<byte[]>> unpack(List<byte[]> parts) {
            return ZprotoHead.unpack(parts);
        }
    },
    /** All in one part, by 50/MME. */
    MME {
        @Override
        public List<byte[]> pack(List<byte[]> frames) {
            return List.of(Mme.pack(frames));
        }

        @Override
        public Optional<List<byte[]>> unpack(List<byte[]> parts) {
            return parts.size() == 1 ? Mme.unpack(parts.get(0)) : Optional.empty();
        }
    },
    /** All in one part, each behind a size of 32 bits, least significant octet first. */
    LE32 {
        @Override
        public List<byte[]> pack(List<byte[]> frames) {
            return List.of(sized(frames, false));
        }

        @Override
        public Optional<List<byte[]>> unpack(List<byte[]> parts) {
            return parts.size() == 1 ? unsized(parts.get(0), false) : Optional.empty();
        }
    },
    /** The same, most significant octet first. */
    BE32 {
        @Override
        public List<byte[]> pack(List<byte[]> frames) {
            return List.of(sized(frames, true));
        }

        @Override
        public Optional<List<byte[]>> unpack(List<byte[]> parts) {
            return parts.size() == 1 ? unsized(parts.get(0), true) : Optional.empty();
        }
    };

    /**
     * Puts frames into parts.
     *
     * @param frames of a command
     * @return the parts of the message
     */
    public abstract List<byte[]> pack(List<byte[]> frames);

    /**
     * Finds the frames in parts.
     *
     * @param parts of a message
     * @return the frames of the command, or nothing if they cannot be found
     */
    public abstract Optional<List<byte[]>> unpack(List<byte[]> parts);

    private static byte[] sized(List<byte[]> frames, boolean isBigEndian) {
        return join(frames.stream().map(frame -> join(size(frame.length, isBigEndian), frame)).toArray(byte[][]::new));
    }

    private static byte[] size(long value, boolean isBigEndian) {
        return number(isBigEndian ? value : Integer.toUnsignedLong(Integer.reverseBytes((int) value)), 4);
    }

    private static Optional<List<byte[]>> unsized(byte[] part, boolean isBigEndian) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at < part.length) {
            if (part.length - at < 4) {
                return Optional.empty();
            }
            long size = Octets.number(size(Octets.number(part, at, 4), isBigEndian), 0, 4);
            at += 4;
            if (size > part.length - at) {
                return Optional.empty();
            }
            frames.add(Arrays.copyOfRange(part, at, at + (int) size));
            at += (int) size;
        }
        return Optional.of(frames);
    }
}
