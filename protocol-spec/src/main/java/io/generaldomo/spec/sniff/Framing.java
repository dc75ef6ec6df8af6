package io.generaldomo.spec.sniff;

/** How units lie in a stream, as far as their length goes. */
enum Framing {
    /** The greeting of any version (23/ZMTP; 15/ZMTP; 13/ZMTP has none, its identity stands here). */
    GREETING {
        @Override
        long wanted(Octets unit) {
            if (unit.length() == 0) {
                return 1;
            }
            if (unit.at(0) != 0xff) {
                return unit.length() < 2 ? 2 : isShortIdentity(unit) ? 1L + unit.at(0) : GARBAGE;
            }
            if (unit.length() < SIGNATURE) {
                return SIGNATURE;
            }
            if ((unit.at(SIGNATURE - 1) & 1) == 0) {
                long size = unit.longAt(1);
                return size > 0 && size <= LONGEST_IDENTITY ? 1 + 8 + size : GARBAGE;
            }
            return unit.length() == SIGNATURE ? SIGNATURE + 1 : unit.at(SIGNATURE) < 3 ? SIGNATURE + 2 : 64;
        }
    },
    /** Frames of ZMTP 1.0: a length that counts the flags, then those. */
    OLD_FRAMES {
        @Override
        long wanted(Octets unit) {
            if (unit.length() == 0) {
                return 1;
            }
            if (unit.at(0) != 0xff) {
                return unit.at(0) == 0 ? GARBAGE : 1L + unit.at(0);
            }
            if (unit.length() < 9) {
                return 9;
            }
            long size = unit.longAt(1);
            return size <= 0 || size > Long.MAX_VALUE - 9 ? GARBAGE : 9 + size;
        }
    },
    /** Frames of ZMTP 2.0 and later: flags, then a length. */
    FRAMES {
        @Override
        long wanted(Octets unit) {
            if (unit.length() == 0) {
                return 1;
            }
            if (!Frame.isPlausible(unit.at(0))) {
                return GARBAGE;
            }
            if (unit.length() == 1) {
                return Frame.headerLength(unit.at(0));
            }
            if ((unit.at(0) & Frame.LONG) == 0) {
                return 2L + unit.at(1);
            }
            if (unit.length() < 9) {
                return 9;
            }
            long size = unit.longAt(1);
            return size < 0 || size > Long.MAX_VALUE - 9 ? GARBAGE : 9 + size;
        }
    };

    /** The unit cannot be one. */
    static final long GARBAGE = -1;

    private static final int SIGNATURE = 10;
    private static final int LONGEST_IDENTITY = 256;

    /** An identity of ZMTP 1.0 as a frame of its own: a length, no flags. Without octets it is that of a peer without one. */
    private static boolean isShortIdentity(Octets unit) {
        return unit.at(0) > 0 && unit.at(1) == 0;
    }

    /** Whether the header of a frame is there: what follows are octets of its body, as many as {@link #wanted} says. */
    boolean hasHeader(Octets unit) {
        return switch (this) {
            case GREETING -> false;
            case OLD_FRAMES -> unit.length() >= 2 && (unit.at(0) != 0xff || unit.length() >= 10);
            case FRAMES -> unit.length() >= 2 && unit.length() >= Frame.headerLength(unit.at(0));
        };
    }

    /**
     * How long the unit is. As long as its first octets do not tell: how many are needed to tell more. Equal to what is there once it is whole.
     *
     * @param unit what is there
     * @return octets, or {@link #GARBAGE}
     */
    abstract long wanted(Octets unit);
}
