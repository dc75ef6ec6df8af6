package io.generaldomo.zmtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * How one side of a connection proves who it is, and finds out who the peer is: mechanism, role and credentials (RFC 37/ZMTP, "Security
 * Mechanism"). Both sides of a connection need the same mechanism and, but for NULL, opposite roles. Which side connects does not matter.
 *
 * <p>Immutable and thread-safe. No {@code toString} here shows a secret.
 */
public sealed interface ZmtpSecurity {
    /** NULL that lets in every peer. */
    ZmtpSecurity NONE = new Null(Optional.empty());

    /**
     * The mechanism.
     *
     * @return its name in the greeting
     */
    String mechanism();

    /**
     * No credentials and no encryption.
     *
     * @param authenticator judges peers by their address; every peer is let in if there is none
     */
    record Null(Optional<ZmtpAuthenticator> authenticator) implements ZmtpSecurity {
        @Override
        public String mechanism() {
            return "NULL";
        }
    }

    /**
     * Shows a user name and a password, which anybody on the way can read (RFC 24/ZMTP-PLAIN).
     *
     * @param user up to 255 octets of UTF-8
     * @param password up to 255 octets of UTF-8
     */
    record PlainClient(String user, String password) implements ZmtpSecurity {
        private static final int LONGEST = 255;

        /**
         * Checks the lengths.
         *
         * @param user as above
         * @param password as above
         * @throws IllegalArgumentException if one of them is too long
         */
        public PlainClient {
            if (user.getBytes(UTF_8).length > LONGEST || password.getBytes(UTF_8).length > LONGEST) {
                throw new IllegalArgumentException("PLAIN takes a user name and a password of up to 255 octets each");
            }
        }

        @Override
        public String mechanism() {
            return "PLAIN";
        }

        @Override
        public String toString() {
            return "PlainClient[hidden]";
        }
    }

    /**
     * Asks for a user name and a password.
     *
     * @param authenticator judges them
     */
    record PlainServer(ZmtpAuthenticator authenticator) implements ZmtpSecurity {
        @Override
        public String mechanism() {
            return "PLAIN";
        }
    }

    /**
     * Shows a key of its own, to a server whose key it knows already (RFC 25/ZMTP-CURVE, 26/CURVEZMQ).
     *
     * @param own this side's key pair; a new one, where the server lets in any key
     * @param server the server's public key
     */
    record CurveClient(CurveKeyPair own, CurveKey server) implements ZmtpSecurity {
        @Override
        public String mechanism() {
            return "CURVE";
        }
    }

    /**
     * Asks for a key, and proves that it has its own.
     *
     * @param own this side's key pair
     * @param authenticator judges the keys of clients
     */
    record CurveServer(CurveKeyPair own, ZmtpAuthenticator authenticator) implements ZmtpSecurity {
        @Override
        public String mechanism() {
            return "CURVE";
        }
    }
}
