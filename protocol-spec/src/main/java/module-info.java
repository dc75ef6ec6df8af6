/** The words and the bytes of the protocols, the conformance kit, a reader of captured traffic, and the peers that tests talk to. */
module io.generaldomo.spec {
    requires static transitive org.jspecify;
    // Only for tests that use @RequiresLibzmq; nobody needs JUnit to read vectors or to run a peer.
    requires static org.junit.jupiter.api;

    exports io.generaldomo.spec;
    exports io.generaldomo.spec.conformance;
    exports io.generaldomo.spec.conformance.cases;
    exports io.generaldomo.spec.conformance.curve;
    exports io.generaldomo.spec.conformance.majordomo;
    exports io.generaldomo.spec.conformance.wire;
    exports io.generaldomo.spec.conformance.zws;
    exports io.generaldomo.spec.ipc;
    exports io.generaldomo.spec.peer;
    exports io.generaldomo.spec.sniff;
    exports io.generaldomo.spec.sniff.capture;
}
