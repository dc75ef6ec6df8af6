package io.generaldomo.spec.sniff.capture;

/** What a packet begins with before IP (the registry of LINKTYPE_ values). Stateless. */
final class LinkLayer {
    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_BSD = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int RAW = 101;
    private static final int LOOP = 108;
    private static final int LINUX_COOKED = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_COOKED_2 = 276;
    private static final int VLAN = 0x8100;
    private static final int SERVICE_VLAN = 0x88A8;

    /** There is no IP in it, or nobody knows where. */
    static final int UNKNOWN = -1;

    private LinkLayer() {}

    /** Whether packets of this type can be read. */
    static boolean isKnown(int linkType) {
        return switch (linkType) {
            case NULL, ETHERNET, RAW_BSD, RAW_OPENBSD, RAW, LOOP, LINUX_COOKED, IPV4, IPV6, LINUX_COOKED_2 -> true;
            default -> false;
        };
    }

    /** Where IP begins; the packet may end before. */
    static int ip(Packet packet) {
        byte[] octets = packet.octets();
        return switch (packet.linkType()) {
            case NULL, LOOP -> 4;
            case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> 0;
            case ETHERNET -> behindTags(octets, 12);
            case LINUX_COOKED -> behindTags(octets, 14);
            case LINUX_COOKED_2 -> 20;
            default -> UNKNOWN;
        };
    }

    private static int behindTags(byte[] octets, int at) {
        int type = at;
        while (type + 2 <= octets.length) {
            int value = (octets[type] & 0xff) << 8 | octets[type + 1] & 0xff;
            if (value != VLAN && value != SERVICE_VLAN) {
                return type + 2;
            }
            type += 4;
        }
        return UNKNOWN;
    }
}
