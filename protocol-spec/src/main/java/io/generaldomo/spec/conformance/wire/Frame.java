package io.generaldomo.spec.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/**
 * A frame that was received, whatever is in it.
 *
 * @param flags all eight bits
 * @param body  its octets, not to be changed
 */
public record Frame(int flags, byte[] body) {
    /**
     * Whether COMMAND is set.
     *
     * @return true if so
     */
    public boolean isCommand() {
        return (flags & Zmtp.COMMAND) != 0;
    }

    /**
     * Whether MORE is set.
     *
     * @return true if so
     */
    public boolean hasMore() {
        return (flags & Zmtp.MORE) != 0;
    }

    /**
     * Whether the size took eight octets.
     *
     * @return true if so
     */
    public boolean isLong() {
        return (flags & Zmtp.LONG) != 0;
    }

    /**
     * The name of the command that the body would be, whether COMMAND is set or not.
     *
     * @return the name, or empty if the body does not begin with one
     */
    public String commandName() {
        int length = body.length == 0 ? 0 : body[0] & 0xff;
        return length + 1 > body.length ? "" : new String(body, 1, length, ISO_8859_1);
    }

    /**
     * Whether it is this command: COMMAND is set, and the name is the same.
     *
     * @param name of the command
     * @return true if so
     */
    public boolean isCommand(String name) {
        return isCommand() && commandName().equals(name);
    }

    /**
     * What follows the name of a command.
     *
     * @return the octets, or empty if the body does not begin with a name
     */
    public Optional<byte[]> commandData() {
        String name = commandName();
        return name.isEmpty() ? Optional.empty() : Optional.of(Arrays.copyOfRange(body, 1 + name.length(), body.length));
    }

    /** What it is, in a few words. */
    @Override
    public String toString() {
        String name = commandName();
        if (isCommand()) {
            return name.isEmpty() ? "a command without a name" : "the command " + Printable.text(name);
        }
        return "a message frame of " + body.length + " octets" + (hasMore() ? " with MORE" : "");
    }
}
