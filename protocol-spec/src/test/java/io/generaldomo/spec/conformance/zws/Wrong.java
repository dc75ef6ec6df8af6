package io.generaldomo.spec.conformance.zws;

import java.util.ArrayList;
import java.util.List;

/**
 * A peer with a fault, and what it is to fail.
 *
 * @param guise of the peer
 * @param fault that it has
 * @param cases their ids without what all of them begin with
 */
record Wrong(Guise guise, Fault fault, List<String> cases) {
    static final List<Wrong> ALL = read("""
            ROUTER COMPARES_CASE_OF_HEADERS
                request/header-case
            ROUTER TAKES_ANY_VERSION
                request/no-version request/version-8
            ROUTER DOES_NOT_READ_HOST
                request/no-host
            ROUTER TAKES_ANY_SUBPROTOCOL
                request/subprotocol-unknown request/subprotocol-none request/mechanism-unknown request/mechanism-case request/mechanism-plain
            PLAIN_SERVER TAKES_ANY_SUBPROTOCOL
                request/subprotocol-unknown request/subprotocol-none request/mechanism-unknown request/mechanism-case request/mechanism-null
                request/mechanism-none
            ROUTER READS_THE_FIRST_HEADER_ONLY
                request/subprotocol-headers
            ROUTER ANSWERS_ANOTHER_KEY
                request/answer
            ROUTER HAS_NO_LIMIT_FOR_HEADS
                request/head-1m
            ROUTER WAITS_FOR_EVER
                request/silent request/silent-after-upgrade
            ROUTER KNOWS_NO_BARE
                no-mechanism/identity no-mechanism/identity-empty no-mechanism/identity-255 no-mechanism/ping
            DEALER LEAVES_OUT_THE_PORT
                answer/host
            DEALER TAKES_ANY_ACCEPT
                answer/accept answer/no-accept
            DEALER TAKES_ANY_STATUS
                answer/status-200 answer/status-400
            DEALER COMPARES_THE_REASON
                answer/reason
            DEALER TAKES_EXTENSIONS
                answer/extension
            DEALER TAKES_ANY_SUBPROTOCOL
                answer/subprotocol-other answer/no-subprotocol
            ROUTER IGNORES_ERROR
                handshake/error
            ROUTER TAKES_ANY_SOCKET_TYPE
                handshake/socket-type
            ROUTER CLOSES_FOR_PING_BEFORE_READY
                handshake/ping
            ROUTER IGNORES_MASKING
                framing/mask
            DEALER IGNORES_MASKING
                framing/mask
            DEALER MASKS_THE_WRONG_WAY
                framing/own-mask framing/own-mask-new
            DEALER HAS_ONE_MASK
                framing/own-mask-new
            ROUTER IGNORES_RESERVED_BITS
                framing/reserved-bit
            ROUTER TAKES_TEXT
                framing/text handshake/text-ready
            ROUTER TAKES_EMPTY_MESSAGES
                framing/empty
            ROUTER TAKES_NO_FRAGMENTS
                framing/fragments framing/ping-within-fragments
            ROUTER HAS_NO_LIMIT_FOR_MESSAGES
                framing/length-2e40
            ROUTER READS_LENGTHS_OF_SIXTEEN_BITS_SIGNED
                message/size-65534 message/own-form
            ROUTER SENDS_LONG_LENGTHS_ONLY
                framing/own-length message/own-form
            ROUTER PONGS_WITHOUT_PAYLOAD
                control/ping-repeats
            ROUTER TAKES_LONG_PINGS
                control/ping-126
            ROUTER ANSWERS_NO_CLOSE
                control/close control/close-empty control/close-status control/close-ends
            ROUTER STAYS_AFTER_CLOSE
                control/close-ends
            ROUTER CLOSES_FOR_UNKNOWN_COMMANDS
                control/command-unknown control/reserved-flags
            ROUTER REFUSES_RESERVED_FLAGS
                control/reserved-flags message/reserved-flags
            ROUTER LOSES_MORE
                message/parts message/ping-within
            SUB SUBSCRIBES_BY_COMMAND
                message/own-subscription
            """);

    private static List<Wrong> read(String table) {
        List<Wrong> all = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String[] words = line.strip().split(" ");
            if (line.startsWith(" ")) {
                all.get(all.size() - 1).cases().addAll(List.of(words));
            } else {
                all.add(new Wrong(Guise.valueOf(words[0]), Fault.valueOf(words[1]), new ArrayList<>()));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return guise + " " + fault;
    }
}
