package io.generaldomo.spec.peer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link LibzmqClient} is to do.
 *
 * @param dialect    that it speaks
 * @param socket     CLIENT for a dialect that is packed, else DEALER, or REQ for MDP 0.1
 * @param endpoint   of the broker
 * @param service    that is asked for
 * @param count      how many requests
 * @param window     how many connections, each with one request under way
 * @param bodyPrefix begins the first body frame of every request, so that no two clients send the same
 * @param patience   how long to wait for each reply, and for each part of it
 * @param expected   the reply to each request
 * @param tells      whether the test is told every reply ({@link LibzmqClient#awaitReply})
 */
public record ClientLoad(LibzmqDialect dialect, LibzmqSocketType socket, String endpoint, String service, int count, int window,
        String bodyPrefix, Duration patience, ExpectedReply expected, boolean tells) {
    /**
     * A load in the older dialect of the socket, that expects its requests back.
     *
     * @param socket     CLIENT (GDP), DEALER or REQ (MDP 0.1)
     * @param endpoint   of the broker
     * @param service    that is asked for; its workers must echo
     * @param count      how many requests
     * @param window     how many connections, each with one request under way
     * @param bodyPrefix begins the first body frame of every request
     * @param patience   how long to wait for each reply
     */
    public ClientLoad(LibzmqSocketType socket, String endpoint, String service, int count, int window, String bodyPrefix, Duration patience) {
        this(LibzmqDialect.of(socket), socket, endpoint, service, count, window, bodyPrefix, patience, ExpectedReply.echo(), false);
    }

    /**
     * A load in the older dialect of the socket, with four connections, that is patient for ten seconds and expects its
     * requests back.
     *
     * @param socket   CLIENT (GDP), DEALER or REQ (MDP 0.1)
     * @param endpoint of the broker
     * @param service  that is asked for; its workers must echo
     * @param count    how many requests
     */
    public ClientLoad(LibzmqSocketType socket, String endpoint, String service, int count) {
        this(socket, endpoint, service, count, 4, socket.word() + "-", Duration.ofSeconds(10));
    }

    /**
     * A load with four connections that is patient for ten seconds and expects its requests back.
     *
     * @param dialect  that it speaks
     * @param endpoint of the broker
     * @param service  that is asked for; its workers must echo, unless something else is {@linkplain #expecting expected}
     * @param count    how many requests
     */
    public ClientLoad(LibzmqDialect dialect, String endpoint, String service, int count) {
        this(dialect, dialect.peerSocket(), endpoint, service, count, 4, dialect.word() + "-", Duration.ofSeconds(10),
                ExpectedReply.echo(), false);
    }

    /**
     * The same load with another expectation.
     *
     * @param reply to each request
     * @return a new load
     */
    public ClientLoad expecting(ExpectedReply reply) {
        return new ClientLoad(dialect, socket, endpoint, service, count, window, bodyPrefix, patience, reply, tells);
    }

    /**
     * The same load over so many connections.
     *
     * @param connections each with one request under way
     * @return a new load
     */
    public ClientLoad over(int connections) {
        return new ClientLoad(dialect, socket, endpoint, service, count, connections, bodyPrefix, patience, expected, tells);
    }

    /**
     * The same load with another patience.
     *
     * @param each how long to wait for each reply, and for each part of it
     * @return a new load
     */
    public ClientLoad patientFor(Duration each) {
        return new ClientLoad(dialect, socket, endpoint, service, count, window, bodyPrefix, each, expected, tells);
    }

    /**
     * The same load with requests that begin otherwise.
     *
     * @param prefix begins the first body frame of every request; the number of the request follows it
     * @return a new load
     */
    public ClientLoad beginning(String prefix) {
        return new ClientLoad(dialect, socket, endpoint, service, count, window, prefix, patience, expected, tells);
    }

    /**
     * The same load, of which every reply is told.
     *
     * @return a new load
     */
    public ClientLoad telling() {
        return new ClientLoad(dialect, socket, endpoint, service, count, window, bodyPrefix, patience, expected, true);
    }

    Map<String, String> values() {
        Map<String, String> values = new HashMap<>(Map.of("dialect", dialect.word(), "socket", socket.word(), "endpoint", endpoint,
                "service", service, "count", Integer.toString(count), "window", Integer.toString(window), "bodyPrefix", bodyPrefix,
                "patience", Long.toString(patience.toMillis())));
        values.put("expect", expected.sequence());
        values.put("parts", Integer.toString(expected.parts()));
        values.put("tells", Boolean.toString(tells));
        return values;
    }
}
