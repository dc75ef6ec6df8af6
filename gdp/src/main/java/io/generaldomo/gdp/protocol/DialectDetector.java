package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.GdpException;
import io.generaldomo.zmtp.ZmtpMessage;

/**
 * Tells by its first frames which dialect a message is written in. The only place that does.
 *
 * <p>A message says so by itself, whatever the socket it came through: one part is a packed dialect, several are one with a part for each
 * frame. Stateless and thread-safe.
 */
public final class DialectDetector {
    private DialectDetector() {}

    /**
     * The dialect of a message. Borrows the message, and looks at its header only: the rest may still turn out to be malformed.
     *
     * @param message without identity or routing id
     * @return the dialect to decode it with, and to answer in
     * @throws GdpException MALFORMED if the message is of no dialect that is spoken here
     */
    public static Dialect detect(ZmtpMessage message) {
        if (message.size() == 1) {
            MmeReader packed = new MmeReader(message.part(0));
            if (packed.hasNext() && Mdp01.isHeader(packed.next())) {
                return Dialect.GDP;
            }
        } else if (!message.part(0).isReadable() && Mdp01.isHeader(message.part(1))) {
            return Dialect.MDP_01;
        }
        throw FrameReader.malformed("no dialect begins like this");
    }
}
