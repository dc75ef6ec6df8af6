package io.generaldomo.zmtp.wire;

import static java.nio.charset.StandardCharsets.UTF_8;


/**
 * The data of ERROR (RFC 37/ZMTP, "error").
 *
 * <pre>
 *  | reason length, 1 octet | reason, printable characters |
 * </pre>
 *
 * @param text why a peer is refused
 */
public record ErrorReason(String text) {
    /**
     * Reads the data of an ERROR. Peers get it wrong in many ways and the connection is lost anyhow, so nothing is refused here: a reason that
     * does not fit is cut or empty, and what is not printable ASCII becomes a dot, since the text ends up in logs.
     *
     * @param command a command named ERROR
     * @return the reason
     */
    public static ErrorReason of(Command command) {
        byte[] data = command.data();
        int length = data.length == 0 ? 0 : Math.min(data[0] & 0xFF, data.length - 1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 1; i <= length; i++) {
            char c = (char) (data[i] & 0xFF);
            text.append(c >= ' ' && c < 127 ? c : '.');
        }
        return new ErrorReason(text.toString());
    }

    /**
     * This reason as a command.
     *
     * @return a command named ERROR, its text cut after 255 octets
     */
    public Command toCommand() {
        byte[] octets = text.getBytes(UTF_8);
        int length = Math.min(octets.length, 255);
        byte[] data = new byte[1 + length];
        data[0] = (byte) length;
        System.arraycopy(octets, 0, data, 1, length);
        return new Command(Command.ERROR, data);
    }
}
