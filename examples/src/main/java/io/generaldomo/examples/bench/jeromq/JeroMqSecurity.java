package io.generaldomo.examples.bench.jeromq;

import io.generaldomo.examples.bench.role.RoleArguments;
import org.zeromq.ZMQ;

/** The mechanism of JeroMQ's sockets. Stateless. */
final class JeroMqSecurity {
    private JeroMqSecurity() {}

    /** Has to be done before the socket binds or connects. */
    static void set(ZMQ.Socket socket, RoleArguments args, boolean binds) {
        if (args.text("mechanism", "null").equals("curve")) {
            socket.setCurvePublicKey(args.octets("public"));
            socket.setCurveSecretKey(args.octets("secret"));
            if (binds) {
                socket.setCurveServer(true);
            } else {
                socket.setCurveServerKey(args.octets("serverkey"));
            }
        }
    }
}
