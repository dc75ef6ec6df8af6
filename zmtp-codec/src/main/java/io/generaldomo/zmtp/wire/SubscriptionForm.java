package io.generaldomo.zmtp.wire;

import io.generaldomo.zmtp.ZmtpException;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.ZmtpSubscription;
import io.generaldomo.zmtp.ZmtpSubscription.Verb;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/**
 * The two forms of a subscription (RFC 37/ZMTP, "SUBSCRIBE", "CANCEL", "JOIN", "LEAVE"; RFC 29/PUBSUB, "subscription").
 *
 * <pre>
 *  3.1, a command:  SUBSCRIBE topic     CANCEL topic     JOIN group     LEAVE group
 *  3.0, a message:  | 01 | topic |      | 00 | topic |   as in 3.1
 * </pre>
 */
public final class SubscriptionForm {
    private static final int LONGEST_GROUP = 255;
    private static final byte CANCEL = 0;
    private static final byte SUBSCRIBE = 1;

    private SubscriptionForm() {}

    /**
     * Reads a command.
     *
     * @param command any command of traffic
     * @return the subscription; empty if the command is none
     * @throws ZmtpException if the name of a group has more than 255 octets
     */
    public static Optional<ZmtpSubscription> of(Command command) {
        for (Verb verb : Verb.values()) {
            if (command.is(verb.name())) {
                if ((verb == Verb.JOIN || verb == Verb.LEAVE) && command.data().length > LONGEST_GROUP) {
                    throw new ZmtpException(Reason.MALFORMED, "a group of more than 255 octets");
                }
                return Optional.of(new ZmtpSubscription(verb, command.data()));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a message. Several parts are the application's, whatever they begin with.
     *
     * @param message a message that a publisher received; lent
     * @return the subscription; empty if the message is none
     */
    public static Optional<ZmtpSubscription> of(ZmtpMessage message) {
        ByteBuf part = message.part(0);
        if (message.size() > 1 || !part.isReadable()) {
            return Optional.empty();
        }
        byte first = part.getByte(part.readerIndex());
        if (first != CANCEL && first != SUBSCRIBE) {
            return Optional.empty();
        }
        byte[] topic = ByteBufUtil.getBytes(part, part.readerIndex() + 1, part.readableBytes() - 1);
        return Optional.of(new ZmtpSubscription(first == SUBSCRIBE ? Verb.SUBSCRIBE : Verb.CANCEL, topic));
    }

    /**
     * Writes the form that peers of 3.1 understand.
     *
     * @param subscription any
     * @return a command
     */
    public static Command command(ZmtpSubscription subscription) {
        return new Command(subscription.verb().name(), subscription.topic());
    }

    /**
     * Writes the form that peers of 3.0 understand, which is also the one that XPUB shows to applications.
     *
     * @param subscription one of topics, not of groups
     * @return a message with a reference count of one
     */
    public static ZmtpMessage message(ZmtpSubscription subscription) {
        byte[] verb = {subscription.verb().asks() ? SUBSCRIBE : CANCEL};
        return ZmtpMessage.of(Unpooled.copiedBuffer(verb, subscription.topic()));
    }
}
