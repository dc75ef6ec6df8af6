package io.generaldomo.gdp.broker;

import org.jspecify.annotations.Nullable;

/** Something that ends at an instant unless it is renewed. Belongs to at most one {@link Term}. Not thread-safe. */
final class Lease<E> {
    private final E holder;
    private final Chain.Link<Lease<E>> link = new Chain.Link<>(this);
    private long expiry;

    Lease(E holder) {
        this.holder = holder;
    }

    /** Ends the lease without consequences. */
    void cancel() {
        link.unlink();
    }

    /**
     * All leases of one duration. Since each is renewed for the same time they expire in the order of their last renewal, and a plain queue
     * keeps them sorted: O(1) however many there are.
     */
    static final class Term<E> {
        private final Chain<Lease<E>> leases = new Chain<>();
        private final long nanos;

        Term(long nanos) {
            this.nanos = nanos;
        }

        long nanos() {
            return nanos;
        }

        /** Begins a lease, or begins it anew. */
        void renew(Lease<E> lease, long nowNanos) {
            lease.expiry = nowNanos + nanos;
            leases.addLast(lease.link);
        }

        /** Ends one lease whose time is over, and returns its holder; null if there is none. */
        @Nullable E pollExpired(long nowNanos) {
            Lease<E> next = leases.first();
            if (next == null || next.expiry - nowNanos > 0) {
                return null;
            }
            next.cancel();
            return next.holder;
        }

        /** The earlier of a deadline and the next expiry. */
        long earliest(long deadlineNanos) {
            Lease<E> next = leases.first();
            return next == null || next.expiry - deadlineNanos > 0 ? deadlineNanos : next.expiry;
        }
    }
}
