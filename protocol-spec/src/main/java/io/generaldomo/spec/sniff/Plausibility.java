package io.generaldomo.spec.sniff;

/** Whether octets from the middle of a stream look like frames from the first of them on. Stateless. */
final class Plausibility {
    private static final long LONGEST = 1L << 40;

    private Plausibility() {}

    /** All of it, but for the last frame, which may go on elsewhere. */
    static boolean isFrames(byte[] octets) {
        long at = 0;
        while (at < octets.length) {
            int start = (int) at;
            int flags = octets[start] & 0xff;
            if (!Frame.isPlausible(flags)) {
                return false;
            }
            int header = Frame.headerLength(flags);
            if (start + header > octets.length) {
                return true;
            }
            long size = size(octets, start + 1, header - 1);
            if (size < 0 || size > LONGEST || (flags & Frame.COMMAND) != 0 && !isCommand(octets, start + header, size)) {
                return false;
            }
            at = start + header + size;
        }
        return true;
    }

    private static long size(byte[] octets, int from, int width) {
        long size = 0;
        for (int i = 0; i < width; i++) {
            size = size << 8 | octets[from + i] & 0xff;
        }
        return size;
    }

    private static boolean isCommand(byte[] octets, int from, long size) {
        if (from >= octets.length) {
            return size > 0;
        }
        int length = octets[from] & 0xff;
        if (length == 0 || length >= size) {
            return false;
        }
        for (int i = from + 1; i <= from + length && i < octets.length; i++) {
            if (octets[i] < '!' || octets[i] > '~') {
                return false;
            }
        }
        return true;
    }
}
