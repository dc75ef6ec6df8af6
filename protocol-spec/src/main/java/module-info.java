/** The words and the bytes of the protocols, and the peers that tests talk to. */
module io.generaldomo.spec {
    requires static org.jspecify;
    // Only for tests that use @RequiresLibzmq; nobody needs JUnit to read vectors or to run a peer.
    requires static org.junit.jupiter.api;

    exports io.generaldomo.spec;
    exports io.generaldomo.spec.peer;
}
