package io.generaldomo.spec.conformance.wrong;

import java.util.ArrayList;
import java.util.List;

/** Which cases each fault is to fail: a line for the peer, and under it the cases, group by group. */
final class ExpectedFailures {
    static final List<Wrong> ALL = read("""
            ROUTER ECHOES_SIGNATURE_WRONG
                greeting: signature
            ROUTER ANNOUNCES_3_0
                greeting: version-minor
            ROUTER PADS_MECHANISM_WITH_SPACES
                greeting: mechanism-padding
            ROUTER CLAIMS_TO_BE_SERVER_OF_NULL
                greeting: as-server-null
            PLAIN_SERVER NEVER_SAYS_AS_SERVER
                greeting: as-server-secured
            ROUTER READS_PADDING
                greeting: padding-zero padding-set
            ROUTER COMPARES_BEGINNING_OF_MECHANISM
                greeting: mechanism-longer mechanism-padding-set
            ROUTER REFUSES_LATER_VERSIONS
                greeting: version-4 version-255
            ROUTER SPEAKS_3_TO_VERSION_2
                greeting: version-2 version-1
            ROUTER COMPARES_CASE_OF_NAMES
                ready: name-other-case
            ROUTER IGNORES_END_OF_METADATA
                ready: value-beyond-end value-2e31 value-2e32-1 name-beyond-end name-alone length-in-part leftover-zero leftover
            ROUTER REFUSES_UNKNOWN_PROPERTIES
                ready: application-property unknown-property property-first value-empty value-binary value-1000 name-255 properties-32 name-empty
                    resource
            ROUTER ACCEPTS_WRONG_SOCKET_TYPE
                ready: name-other-case socket-type-twice
                socket-type: refuses-channel refuses-client refuses-dish refuses-gather refuses-pair refuses-peer refuses-pub refuses-pull refuses-push
                    refuses-radio refuses-rep refuses-scatter refuses-server refuses-sub refuses-xpub refuses-xsub unknown empty longer lower-case
                    trailing-zero error
            ROUTER CLOSES_WITHOUT_ERROR
                socket-type: error
            ROUTER TAKES_ANY_IDENTITY
                ready: identity-256 identity-zero
            ROUTER IGNORES_COMMANDS_BEFORE_READY
                null: ready-more ready-lower-case ready-longer ping subscribe hello unknown empty-command empty-name name-beyond-end
            ROUTER IGNORES_MESSAGES_BEFORE_READY
                null: message message-more
            ROUTER IGNORES_ERROR
                null: error error-empty error-no-reason error-beyond-end
            DEALER SPEAKS_BEFORE_READY
                null: nothing-before-ready
            ROUTER SENDS_READY_UNASKED
                null: ready-in-reply
            ROUTER CLOSES_FOR_TRAFFIC_AT_ONCE
                null: traffic-at-once
            ROUTER STOPS_THE_CLOCK_AFTER_GREETING
                null: silent-after-greeting
            ROUTER ACCEPTS_LONG_SIZE_2E63
                null: size-2e63 size-2e64-1
                framing: long-size-2e63 long-size-2e64-1 long-size-2e63-more long-size-2e63-command long-size-2e64-8
            ROUTER HAS_NO_LIMIT
                null: size-2e31
                framing: long-size-2e63-1 long-size-2e40 long-size-2e40-command
            ROUTER REFUSES_RESERVED_BITS
                framing: reserved-bits reserved-bits-long
                message: reserved-bits
            ROUTER IGNORES_MORE
                message: parts-2 parts-empty parts-mixed parts-100 ping-within
                envelope: no-delimiter
            ROUTER REFUSES_EMPTY_LONG_FRAMES
                message: long-0
            ROUTER SENDS_LONG_FRAMES_ONLY
                framing: own-short-form
                message: own-short-255
            ROUTER SETS_MORE_ON_COMMANDS
                framing: own-command-more
            ROUTER REFUSES_COMMANDS_WITHIN_MESSAGES
                framing: command-within-message
                message: ping-within
            ROUTER CLOSES_FOR_UNKNOWN_COMMANDS
                framing: short-255 long-256 long-4096
                commands: unknown unknown-255 thousand second-ready late-error late-hello join unknown-not-delivered
                heartbeat: ttl-extended
                message: ping-within
            ROUTER DELIVERS_COMMANDS
                commands: subscribe-not-delivered cancel-not-delivered
            ROUTER COMPARES_THREE_LETTERS
                commands: last-letter
            ROUTER IGNORES_MALFORMED_COMMANDS
                commands: empty empty-name name-beyond-end
            ROUTER NO_PONG
                ready: name-upper-case application-property unknown-property property-first value-empty value-binary value-1000 name-255 properties-32
                    name-empty resource identity-1 identity-255 identity-empty identity-binary
                socket-type: takes-dealer takes-req takes-router
                null: ready-octet-by-octet traffic-at-once ready-long ready-no-command
                framing: short-command long-command short-255 long-256 long-4096 reserved-bits reserved-bits-long command-more own-short-form
                    own-reserved-bits own-command-more octet-by-octet several-in-one size-in-pieces command-within-message leaves-in-frame
                    leaves-in-message
                commands: unknown unknown-255 thousand second-ready late-error late-hello join lower-case last-letter longer-name
                heartbeat: context-empty context-1 context-3 context-16 burst ttl-expires ttl-extended ttl-zero ttl-656 ttl-65535 pong-unasked
                    version-3-0
            ROUTER CUTS_CONTEXT_TO_EIGHT
                heartbeat: context-16
            ROUTER REPEATS_LONG_CONTEXTS
                heartbeat: context-17 context-64k
            ROUTER ANSWERS_PING_WITHOUT_TTL
                heartbeat: no-ttl half-ttl
            ROUTER COUNTS_TTL_IN_SIXTEEN_BITS
                heartbeat: ttl-656
            ROUTER IGNORES_TTL
                heartbeat: ttl-expires
            REP REP_LOSES_ADDRESSES
                envelope: rep-address rep-addresses
            REP REP_CLOSES_WITHOUT_DELIMITER
                envelope: rep-no-delimiter rep-delimiter-alone
            REQ REQ_ASKS_WITHOUT_DELIMITER
                envelope: req-delimiter
            REQ REQ_TAKES_ANY_REPLY
                envelope: req-no-delimiter
            SERVER DELIVERS_PARTS_ONE_BY_ONE
                client-server: multipart-dropped multipart-three multipart-empty
            SERVER CLOSES_FOR_PARTS
                client-server: multipart-kept multipart-dropped multipart-three multipart-empty
            XPUB KNOWS_NO_SUBSCRIBE
                pubsub: delivers delivers-prefix delivers-all filters cancels counts
            XPUB KNOWS_NO_OLD_SUBSCRIPTIONS
                pubsub: delivers-message cancels-message
            XPUB KEEPS_SUBSCRIPTIONS_IN_A_SET
                pubsub: counts
            XPUB DOES_NOT_FILTER
                pubsub: filters cancels cancels-message
            SUB SUBSCRIBES_BY_MESSAGE_ONLY
                pubsub: own-subscribe
            SUB SUBSCRIBES_BY_COMMAND_ONLY
                pubsub: own-subscribe-message
            PAIR_BOUND TALKS_TO_SEVERAL
                exclusive: second
            PULL PULL_ANSWERS
                pipeline: silent
            PUSH PUSH_CLOSES_FOR_MESSAGES
                pipeline: push-keeps
            RADIO RADIO_REFUSES_LONG_GROUPS
                radio-dish: join-255
            DISH DISH_CLOSES_FOR_COMMANDS
                radio-dish: dish-unknown ping
            DISH DISH_TAKES_ANY_PARTS
                radio-dish: dish-alone dish-parts dish-group-256
            PLAIN_SERVER LETS_ANYBODY_IN
                plain-server: password-wrong password-empty password-longer user-unknown user-empty user-255 error
            PLAIN_SERVER COMPARES_BEGINNING_OF_PASSWORD
                plain-server: password-longer
            PLAIN_SERVER SAYS_RROR
                plain-server: user-255 error
            PLAIN_SERVER IGNORES_END_OF_HELLO
                plain-server: hello-leftover
            PLAIN_CLIENT TAKES_WELCOME_WITH_DATA
                plain-client: welcome-data
            CURVE_SERVER TAKES_ANY_VERSION_OF_CURVE
                curve-server: hello-version
            CURVE_SERVER SAYS_ERROR_TO_A_BAD_HELLO
                curve-server: hello-silent
            CURVE_CLIENT TAKES_ANY_VERSION_OF_CURVE
                curve-client: hello-version
            CURVE_SERVER TAKES_USED_NONCES
                curve-traffic: nonce-again nonce-lower
            CURVE_SERVER COMPARES_NONCES_SIGNED
                curve-traffic: nonce-2e63
            CURVE_SERVER DROPS_MESSAGES_IN_COMMAND_FRAMES
                curve-traffic: command-frame command-frame-echo
            CURVE_SERVER TAKES_TRAFFIC_IN_THE_CLEAR
                curve-traffic: name clear-message clear-ping
            CURVE_SERVER SENDS_MESSAGES_IN_COMMAND_FRAMES
                curve-traffic: own-flags
            """);

    private ExpectedFailures() {}

    private static List<Wrong> read(String table) {
        List<Wrong> all = new ArrayList<>();
        String group = "";
        for (String line : table.lines().toList()) {
            String[] words = line.strip().split(" ");
            if (!line.startsWith(" ")) {
                all.add(new Wrong(Guise.valueOf(words[0]), Fault.valueOf(words[1]), new ArrayList<>()));
                continue;
            }
            for (String word : words) {
                if (word.endsWith(":")) {
                    group = word.replace(':', '/');
                } else {
                    all.get(all.size() - 1).cases().add(group + word);
                }
            }
        }
        return all;
    }
}
