package io.generaldomo.examples.admin;

import io.generaldomo.gdp.worker.GdpWorker;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker that replies to nothing before it is closed. */
final class Held implements AutoCloseable {
    private final CountDownLatch came = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final GdpWorker worker;

    Held(String endpoint, String service) {
        worker = GdpWorker.serve(endpoint, service, request -> {
            came.countDown();
            go.await();
            return request;
        });
    }

    void awaitRequest() throws InterruptedException {
        if (!came.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came");
        }
    }

    @Override
    public void close() {
        go.countDown();
        worker.close();
    }
}
