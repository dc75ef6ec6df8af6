package io.generaldomo.gdp.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.broker.GdpBroker;
import io.generaldomo.gdp.client.ClientConfig;
import io.generaldomo.gdp.client.GdpClient;
import io.generaldomo.gdp.worker.GdpWorker;
import io.generaldomo.gdp.worker.WorkerConfig;
import io.generaldomo.spec.peer.ClientLoad;
import io.generaldomo.spec.peer.LibzmqPeer;
import io.generaldomo.spec.peer.LibzmqSocketType;
import io.generaldomo.spec.peer.RequiresLibzmq;
import io.generaldomo.spec.peer.WorkerPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One broker on endpoints of every scheme: whoever comes over one is served by whoever came over another. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokerTransportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** Every address at which the broker was bound, as peers connect to it. */
    private List<String> bind(GdpBroker broker) {
        String shared = broker.bind("tcp+ws://127.0.0.1:*").join().toString();
        return List.of(
                shared.replace("tcp+ws:", "tcp:"),
                shared.replace("tcp+ws:", "ws:") + '/',
                broker.bind("ipc://" + folder.resolve("broker")).join().toString(),
                broker.bind("ws://127.0.0.1:*/majordomo").join().toString());
    }

    @Test
    void ourPeersMeetOverAllOfThem() throws Exception {
        try (GdpBroker broker = GdpBroker.create()) {
            List<String> addresses = new ArrayList<>(bind(broker));
            addresses.add(broker.bind("inproc://" + folder).join().toString());
            for (String ofWorker : addresses) {
                GdpWorker worker = GdpWorker.serve(WorkerConfig.of(ConnectionConfig.to(ofWorker), "at " + ofWorker), request -> request);
                try {
                    for (String ofClient : addresses) {
                        for (MajordomoDialect dialect : new MajordomoDialect[] {MajordomoDialect.GDP, MajordomoDialect.MDP_01}) {
                            ask(ConnectionConfig.to(ofClient).withDialect(dialect), "at " + ofWorker);
                        }
                    }
                } finally {
                    worker.close();
                }
            }
        }
    }

    private static void ask(ConnectionConfig connection, String service) throws Exception {
        try (GdpClient client = GdpClient.connect(ClientConfig.of(connection).withTimeout(PATIENCE))) {
            GdpMessage request = GdpMessage.ofUtf8("to " + service);
            assertThat(client.request(ServiceName.of(service), request).get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(request);
        }
    }

    @Test
    @RequiresLibzmq
    void libzmqsPeersMeetOverAllThatItHas() {
        try (GdpBroker broker = GdpBroker.create(); LibzmqPeer libzmq = LibzmqPeer.start()) {
            List<String> addresses = bind(broker);
            for (String address : addresses) {
                libzmq.worker(new WorkerPlan(LibzmqSocketType.DEALER, address, "echo"));
            }
            // No clients over WebSocket: libzmq masks what it sends in place, and Node.js has no other copy to compare the reply with.
            List.of(LibzmqSocketType.CLIENT, LibzmqSocketType.DEALER, LibzmqSocketType.REQ).forEach(type -> addresses.stream()
                    .filter(address -> !address.startsWith("ws:"))
                    .map(address -> libzmq.client(new ClientLoad(type, address, "echo", 100)))
                    .toList()
                    .forEach(client -> assertThat(client.await(PATIENCE)).matches(tally -> tally.isPerfect(100))));
        }
    }
}
