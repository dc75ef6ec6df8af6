package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;

/**
 * What client, broker and worker tell each other, whatever the dialect (RFC 7/MDP, 18/MDP, and NAK and REPORT of libmdp).
 *
 * <p>A <em>ticket</em> is what a client calls a request by, so that it can have several under way on one connection; the reply bears it. Zero in the dialects
 * that have none, see {@link Dialect#sharesConnections()}.
 *
 * <p><b>Ownership.</b> A command owns one reference of its body. Whoever receives a command hands it on or calls {@link #release()}, once.
 * Encoding and sending consume it. <b>Threads.</b> As {@link Body}.
 */
public sealed interface Command {
    /** Gives up the reference of the body, if there is a body. */
    default void release() {}

    /**
     * Client to broker: asks a service.
     *
     * @param service who is asked
     * @param ticket what the reply has to bear
     * @param body what is asked; may be empty
     */
    record ClientRequest(ServiceName service, int ticket, Body body) implements Command {
        /**
         * A request without a ticket.
         *
         * @param service who is asked
         * @param body what is asked; may be empty
         */
        public ClientRequest(ServiceName service, Body body) {
            this(service, 0, body);
        }

        @Override
        public void release() {
            body.release();
        }
    }

    /**
     * Broker to client: a reply.
     *
     * @param service who was asked
     * @param ticket as it came with the request
     * @param kind whether more follow; a partial one cannot be encoded where {@link Dialect#replies()} has no room for it
     * @param body the answer; may be empty
     */
    record ClientReply(ServiceName service, int ticket, ReplyKind kind, Body body) implements Command {
        /**
         * A reply without a ticket.
         *
         * @param service who was asked
         * @param kind whether more follow
         * @param body the answer; may be empty
         */
        public ClientReply(ServiceName service, ReplyKind kind, Body body) {
            this(service, 0, kind, body);
        }

        /**
         * The final reply, without a ticket.
         *
         * @param service who was asked
         * @param body the answer; may be empty
         */
        public ClientReply(ServiceName service, Body body) {
            this(service, ReplyKind.FINAL, body);
        }

        @Override
        public void release() {
            body.release();
        }
    }

    /**
     * Broker to client: the broker's operator does not let this request through to the service; no reply follows. Only where a dialect
     * {@linkplain Dialect#hasNak() has} it.
     *
     * @param service who was asked
     * @param body what was asked, sent back
     */
    record ClientNak(ServiceName service, Body body) implements Command {
        @Override
        public void release() {
            body.release();
        }
    }

    /**
     * Worker to broker: registers for a service and awaits a request.
     *
     * @param service what the worker offers
     * @param capacity how many requests it takes at a time; zero where the dialect has no word for that
     */
    record WorkerReady(ServiceName service, int capacity) implements Command {
        /**
         * A worker that does not say how many requests it takes.
         *
         * @param service what the worker offers
         */
        public WorkerReady(ServiceName service) {
            this(service, 0);
        }
    }

    /**
     * Broker to worker: a request to work on.
     *
     * @param address what the reply has to carry
     * @param body what is asked; may be empty
     */
    record WorkerRequest(Address address, Body body) implements Command {
        @Override
        public void release() {
            body.release();
        }
    }

    /**
     * Worker to broker: a reply.
     *
     * @param address as it came with the request
     * @param kind whether more follow; a partial one cannot be encoded where {@link Dialect#replies()} has no room for it
     * @param body the answer; may be empty
     */
    record WorkerReply(Address address, ReplyKind kind, Body body) implements Command {
        /**
         * The final reply.
         *
         * @param address as it came with the request
         * @param body the answer; may be empty
         */
        public WorkerReply(Address address, Body body) {
            this(address, ReplyKind.FINAL, body);
        }

        @Override
        public void release() {
            body.release();
        }
    }

    /**
     * Worker to broker: another worker is to have this request. Only where a dialect {@linkplain Dialect#sharesConnections() has} it.
     *
     * @param address as it came with the request
     */
    record WorkerReturn(Address address) implements Command {}

    /** Worker to broker or broker to worker: I am there. */
    record Heartbeat() implements Command {
        /** The heartbeat. */
        public static final Heartbeat INSTANCE = new Heartbeat();
    }

    /** Worker to broker or broker to worker: the registration is over. */
    record Disconnect() implements Command {
        /** The disconnect. */
        public static final Disconnect INSTANCE = new Disconnect();
    }
}
