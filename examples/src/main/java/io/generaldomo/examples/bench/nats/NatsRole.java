package io.generaldomo.examples.bench.nats;

import io.generaldomo.examples.bench.role.Application;
import io.generaldomo.examples.bench.role.Conversation;
import io.generaldomo.examples.bench.role.Meter;
import io.generaldomo.examples.bench.role.RoleArguments;
import io.nats.client.Connection;
import io.nats.client.Nats;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Where a process that plays one of NATS' roles begins. */
public final class NatsRole {
    private NatsRole() {}

    /**
     * Plays a role until standard input ends.
     *
     * @param arguments role, keys and values, as the description of {@code io.generaldomo.examples.bench} has them
     * @throws Exception if NATS or a standard stream fails
     */
    public static void main(String... arguments) throws Exception {
        RoleArguments args = new RoleArguments(arguments);
        switch (args.role()) {
            case BROKER -> broker();
            case WORKER -> worker(args);
            case REQUESTER -> requester(args);
            case RECEIVER, SENDER, ECHO, CLIENT -> throw new IllegalArgumentException("NATS has no " + args.role());
        }
        System.exit(0); // and with it the connections
    }

    private static void broker() throws IOException {
        try (NatsServer server = new NatsServer()) {
            Conversation.hold(server.endpointAndProcess(), new Meter());
        }
    }

    /** Each worker is a dispatcher, which has a thread and takes one request at a time; those of a service are a queue group. */
    private static void worker(RoleArguments args) throws IOException, InterruptedException {
        Connection connection = Nats.connect(args.text("endpoint"));
        List<String> services = services(args);
        for (int i = 0; i < args.number("workers", 1); i++) {
            connection.createDispatcher(request -> connection.publish(request.getReplyTo(), request.getData()))
                    .subscribe(services.get(i % services.size()), "workers");
        }
        Conversation.hold("", new Meter());
    }

    private static void requester(RoleArguments args) throws IOException, InterruptedException {
        Meter meter = new Meter();
        Connection connection = Nats.connect(args.text("endpoint"));
        Application.start(new NatsRequester(connection, args, services(args), meter)::work);
        Conversation.hold("", meter);
    }

    private static List<String> services(RoleArguments args) {
        int services = args.number("services", 1);
        return services == 1 ? List.of("echo") : IntStream.range(0, services).mapToObj(i -> "echo-" + i).toList();
    }
}
