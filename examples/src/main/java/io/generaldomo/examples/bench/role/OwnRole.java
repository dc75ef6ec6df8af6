package io.generaldomo.examples.bench.role;

import io.generaldomo.zmtp.transport.ZmtpTransport;
import java.io.IOException;

/** Where a process that plays one of our roles begins. */
public final class OwnRole {
    private OwnRole() {}

    /**
     * Plays a role until standard input ends.
     *
     * @param args role, keys and values, as the description of {@code io.generaldomo.examples.bench} has them
     * @throws IOException if standard input or output fails
     * @throws InterruptedException if the thread is interrupted while the role gets ready
     */
    public static void main(String... args) throws IOException, InterruptedException {
        play(new RoleArguments(args));
        System.exit(0);
    }

    private static void play(RoleArguments args) throws IOException, InterruptedException {
        try (ZmtpTransport transport = ZmtpTransport.create(1)) {
            Meter meter = new Meter();
            meter.note("transport", transport.io().toString());
            meter.tellFootprint(args);
            Conversation.hold(open(args, transport, meter), meter);
        }
    }

    /** Where the role can be reached, or nothing. */
    private static String open(RoleArguments args, ZmtpTransport transport, Meter meter) throws InterruptedException {
        switch (args.role()) {
            case RECEIVER:
                return Receiver.open(args, transport, meter);
            case ECHO:
                return Echo.open(args, transport, meter);
            case PUBLISHER:
                return Publisher.open(args, transport, meter);
            case BROKER:
                return Broker.open(args, transport);
            case SENDER:
                Sender.open(args, transport, meter);
                return "";
            case CLIENT:
                EchoClient.open(args, transport, meter);
                return "";
            case SUBSCRIBER:
                Subscribers.open(args, transport, meter);
                return "";
            case WORKER:
                Workers.open(args, transport);
                return "";
            case REQUESTER:
                if (args.text("pipelined", "false").equals("true")) {
                    Flood.open(args, transport, meter);
                } else {
                    Requester.open(args, transport, meter);
                }
                return "";
        }
        throw new AssertionError(args.role());
    }
}
