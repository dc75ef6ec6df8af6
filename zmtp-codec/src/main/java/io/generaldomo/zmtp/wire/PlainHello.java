package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The data of PLAIN's HELLO (RFC 24/ZMTP-PLAIN, "hello"). Both lengths are unsigned, and nothing may follow.
 *
 * <pre>
 *  | user length, 1 octet | user | password length, 1 octet | password |
 * </pre>
 */
public final class PlainHello {
    /** What libzmq 4.3.0 and 4.3.1 make of HELLO: WELCOME with the length of HELLO, which splits it in two. */
    private static final String MISTYPED_NAME = "WELCO";

    private static final byte[] MISTYPED_REST = {'M', 'E'};
    private static final int LONGEST = 255;

    private final String user;
    private final byte[] password;

    private PlainHello(String user, byte[] password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Reads a HELLO.
     *
     * @param command any command; its data is overwritten if it is a HELLO
     * @return user and password
     * @throws ZmtpException if this is no HELLO, or its lengths do not add up
     */
    public static PlainHello of(Command command) {
        ByteBuffer in = ByteBuffer.wrap(command.data());
        if (command.is(MISTYPED_NAME) && startsWith(command.data(), MISTYPED_REST)) {
            in.position(MISTYPED_REST.length);
        } else if (!command.is(Command.HELLO)) {
            throw new ZmtpException(Reason.MALFORMED, "a command other than HELLO at the beginning of PLAIN");
        }
        try {
            String user = new String(take(in), UTF_8);
            PlainHello hello = new PlainHello(user, take(in));
            if (in.hasRemaining()) {
                throw new ZmtpException(Reason.MALFORMED, "a HELLO with octets after the password");
            }
            return hello;
        } finally {
            Arrays.fill(command.data(), (byte) 0);
        }
    }

    private static boolean startsWith(byte[] data, byte[] beginning) {
        return data.length >= beginning.length && Arrays.equals(data, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] take(ByteBuffer in) {
        if (!in.hasRemaining()) {
            throw new ZmtpException(Reason.MALFORMED, "a HELLO that ends before the password");
        }
        int length = in.get() & 0xFF;
        if (length > in.remaining()) {
            throw new ZmtpException(Reason.MALFORMED, "a HELLO with a length that leads beyond the end");
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return octets;
    }

    /**
     * Makes a HELLO.
     *
     * @param user up to 255 octets of UTF-8
     * @param password up to 255 octets of UTF-8
     * @return a command named HELLO
     */
    public static Command command(String user, String password) {
        byte[] name = user.getBytes(UTF_8);
        byte[] secret = password.getBytes(UTF_8);
        if (name.length > LONGEST || secret.length > LONGEST) {
            throw new IllegalArgumentException("a HELLO has room for 255 octets each");
        }
        ByteBuffer out = ByteBuffer.allocate(2 + name.length + secret.length);
        out.put((byte) name.length).put(name).put((byte) secret.length).put(secret);
        Arrays.fill(secret, (byte) 0);
        return new Command(Command.HELLO, out.array());
    }

    /**
     * The user name.
     *
     * @return the name, octets that are not UTF-8 replaced
     */
    public String user() {
        return user;
    }

    /**
     * The password.
     *
     * @return its octets, not a copy
     */
    public byte[] password() {
        return password;
    }
}
