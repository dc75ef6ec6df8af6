package io.generaldomo.examples.bench;

import java.util.List;
import java.util.Optional;

/** NATS, request and reply: Debian's server and NATS' own client for Java. */
final class NatsPeer implements Peer {
    private final Peer program = new JvmPeer(
            "nats", "jnats", "io.nats.client.Nats", NatsPeer.class.getPackageName() + ".nats.NatsRole", (role, setting) -> switch (role) {
                case BROKER, WORKER, REQUESTER -> true;
                case RECEIVER, SENDER, ECHO, CLIENT, PUBLISHER, SUBSCRIBER -> false;
            });

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public Optional<String> missing() {
        return Executable.find("nats-server").isEmpty() ? Optional.of("nats-server") : program.missing();
    }

    @Override
    public boolean plays(Role role, Setting setting) {
        boolean inTheClear = !setting.value("mechanism").equals(Optional.of("curve"));
        return inTheClear && program.plays(role, setting);
    }

    @Override
    public List<String> program(Role role) {
        return program.program(role);
    }
}
