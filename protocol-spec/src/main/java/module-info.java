/** The words and the bytes of the protocols, the conformance kit, and the peers that tests talk to. */
module io.generaldomo.spec {
    requires static org.jspecify;
    // Only for tests that use @RequiresLibzmq; nobody needs JUnit to read vectors or to run a peer.
    requires static org.junit.jupiter.api;

    exports io.generaldomo.spec;
    exports io.generaldomo.spec.conformance;
    exports io.generaldomo.spec.conformance.cases;
    exports io.generaldomo.spec.conformance.wire;
    exports io.generaldomo.spec.peer;
}
