package io.generaldomo.examples.bench;

import java.util.List;

/** Everybody who can be measured. Stateless. */
public final class Peers {
    private static final String ROLES = Peers.class.getPackageName();

    /** Ourselves. */
    public static final Peer OURS = new JvmPeer("ours", "", ROLES + ".role.OwnRole", ROLES + ".role.OwnRole", (role, setting) -> true);

    /** The port of libzmq to Java. */
    public static final Peer JEROMQ = new JvmPeer(
            "jeromq", "JeroMQ", "org.zeromq.ZMQ", ROLES + ".jeromq.JeroMqRole", (role, setting) -> switch (role) {
                case RECEIVER, SENDER, ECHO, CLIENT, PUBLISHER, SUBSCRIBER -> true;
                case BROKER, WORKER, REQUESTER -> false;
            });

    /** libzmq itself. */
    public static final Peer LIBZMQ = new LibzmqPeer();

    /** NATS' request and reply. */
    public static final Peer NATS = new NatsPeer();

    private Peers() {}

    /**
     * Whom we compare ourselves with.
     *
     * @return all but ourselves
     */
    public static List<Peer> others() {
        return List.of(LIBZMQ, JEROMQ, NATS);
    }
}
