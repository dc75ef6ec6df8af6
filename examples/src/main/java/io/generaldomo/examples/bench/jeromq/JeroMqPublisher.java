package io.generaldomo.examples.bench.jeromq;

import io.generaldomo.examples.bench.role.Application;
import io.generaldomo.examples.bench.role.Meter;
import io.generaldomo.examples.bench.role.RoleArguments;
import io.generaldomo.examples.bench.role.Topics;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import zmq.Msg;

/** PUB: publishes on one topic after the other. JeroMQ does not count what it drops. */
final class JeroMqPublisher {
    private JeroMqPublisher() {}

    static String open(RoleArguments args, ZContext context, Meter meter) {
        ZMQ.Socket socket = context.createSocket(SocketType.PUB);
        JeroMqSecurity.set(socket, args, true);
        socket.setXpubNoDrop(args.text("whenfull", "wait").equals("wait"));
        socket.bind("tcp://127.0.0.1:*");
        String endpoint = socket.getLastEndpoint();
        List<byte[]> messages = Topics.messages(args);
        Application.start(() -> {
            while (true) {
                for (byte[] message : messages) {
                    socket.sendMsg(new Msg(message));
                    meter.count(message.length);
                }
            }
        });
        return endpoint;
    }
}
