package io.generaldomo.spec.conformance.majordomo;

import io.generaldomo.spec.conformance.Dialogue;
import io.generaldomo.spec.conformance.wire.Dialect;
import java.io.IOException;
import java.util.UUID;

/** Workers and clients around a broker, and a service that nobody else knows. Confined to the thread of the case. */
final class Stage {
    private final Dialogue first;
    private final Dialect dialect;
    private final String service = "conform-" + UUID.randomUUID();
    private boolean isTaken;

    Stage(Dialogue first, Dialect dialect) {
        this.first = first;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** In small letters, with a minus sign. */
    String service() {
        return service;
    }

    /** A worker that has said nothing. */
    PlayedWorker stranger() throws IOException {
        return new PlayedWorker(Talk.toBroker(connection(), dialect));
    }

    /** A worker that has registered. */
    PlayedWorker worker() throws IOException {
        return workerFor(service);
    }

    PlayedWorker workerFor(String name) throws IOException {
        PlayedWorker worker = stranger().ready(name);
        worker.talk().settle();
        return worker;
    }

    PlayedClient client() throws IOException {
        return new PlayedClient(Talk.toBroker(connection(), dialect));
    }

    PlayedClient clientOf(String socketType) throws IOException {
        return new PlayedClient(Talk.toBroker(connection(), dialect, socketType));
    }

    /** A client that has sent a request. */
    PlayedClient client(String body) throws IOException {
        PlayedClient client = client();
        client.request(service, body);
        return client;
    }

    /** A client whose request this worker has served. */
    PlayedClient clientServedBy(PlayedWorker worker) throws IOException {
        return clientServedBy(worker, service);
    }

    PlayedClient clientServedBy(PlayedWorker worker, String name) throws IOException {
        PlayedClient client = client();
        client.request(name, "hello");
        worker.serve("hello", "world");
        client.expectReply("world");
        return client;
    }

    private Dialogue connection() throws IOException {
        if (isTaken) {
            return first.another();
        }
        isTaken = true;
        return first;
    }
}
