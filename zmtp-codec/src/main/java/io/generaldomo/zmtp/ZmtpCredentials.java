package io.generaldomo.zmtp;

import java.util.Arrays;

/** What a peer shows of itself in a handshake, for a {@link ZmtpAuthenticator} to judge. */
public sealed interface ZmtpCredentials {
    /**
     * The mechanism that these credentials came by.
     *
     * @return {@code NULL}, {@code PLAIN} or {@code CURVE}
     */
    String mechanism();

    /** Nothing: a peer that uses NULL can be told by its address only. */
    record Anonymous() implements ZmtpCredentials {
        @Override
        public String mechanism() {
            return "NULL";
        }
    }

    /** A user name and a password, by PLAIN. The password is overwritten when the handshake ends. */
    final class Password implements ZmtpCredentials {
        private final String user;
        private final byte[] password;

        /**
         * A user name and a password.
         *
         * @param user the name that the peer gives
         * @param password its octets; not copied
         */
        public Password(String user, byte[] password) {
            this.user = user;
            this.password = password;
        }

        @Override
        public String mechanism() {
            return "PLAIN";
        }

        /**
         * The name that the peer gives.
         *
         * @return up to 255 octets, decoded as UTF-8
         */
        public String user() {
            return user;
        }

        /**
         * The password that the peer gives.
         *
         * @return a copy of up to 255 octets, for the caller to overwrite
         */
        public byte[] password() {
            return password.clone();
        }

        /** Overwrites the password. */
        public void wipe() {
            Arrays.fill(password, (byte) 0);
        }

        /** Shows nothing: people type passwords where the name belongs. */
        @Override
        public String toString() {
            return "Password[hidden]";
        }
    }

    /**
     * A public key, by CURVE. The peer has proved that it holds the secret one.
     *
     * @param key the peer's long-term public key
     */
    record Key(CurveKey key) implements ZmtpCredentials {
        @Override
        public String mechanism() {
            return "CURVE";
        }
    }
}
