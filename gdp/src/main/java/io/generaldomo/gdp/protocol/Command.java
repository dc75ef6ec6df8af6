package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;

/**
 * What client, broker and worker tell each other, whatever the dialect (RFC 7/MDP, 18/MDP, and NAK and REPORT of libmdp).
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
     * @param body what is asked; may be empty
     */
    record ClientRequest(ServiceName service, Body body) implements Command {
        @Override
        public void release() {
            body.release();
        }
    }

    /**
     * Broker to client: a reply.
     *
     * @param service who was asked
     * @param kind whether more follow; a partial one cannot be encoded where {@link Dialect#replies()} has no room for it
     * @param body the answer; may be empty
     */
    record ClientReply(ServiceName service, ReplyKind kind, Body body) implements Command {
        /**
         * The final reply.
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
     */
    record WorkerReady(ServiceName service) implements Command {}

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
