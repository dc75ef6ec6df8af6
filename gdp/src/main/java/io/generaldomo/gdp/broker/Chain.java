package io.generaldomo.gdp.broker;

import org.jspecify.annotations.Nullable;

/**
 * A doubly linked list whose links belong to what they link: adding, moving and removing are O(1), wherever in the list, and allocate nothing.
 *
 * <p>Not thread-safe.
 */
final class Chain<E> {
    private @Nullable Link<E> first;
    private @Nullable Link<E> last;
    private int size;

    /** An element's place in at most one chain. */
    static final class Link<E> {
        private final E element;
        private @Nullable Chain<E> chain;
        private @Nullable Link<E> previous;
        private @Nullable Link<E> next;

        Link(E element) {
            this.element = element;
        }

        boolean isLinked() {
            return chain != null;
        }

        /** Takes the element out of the chain that it is in, if it is in one. */
        void unlink() {
            Chain<E> from = chain;
            if (from == null) {
                return;
            }
            Link<E> before = previous;
            Link<E> after = next;
            if (before == null) {
                from.first = after;
            } else {
                before.next = after;
            }
            if (after == null) {
                from.last = before;
            } else {
                after.previous = before;
            }
            from.size--;
            chain = null;
            previous = null;
            next = null;
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** The first element, or null if there is none. */
    @Nullable E first() {
        return first == null ? null : first.element;
    }

    /** The last element, or null if there is none. */
    @Nullable E last() {
        return last == null ? null : last.element;
    }

    /** Takes the first element out; null if there is none. */
    @Nullable E poll() {
        Link<E> link = first;
        if (link == null) {
            return null;
        }
        link.unlink();
        return link.element;
    }

    /** Puts an element last, taking it out of wherever it was. */
    void addLast(Link<E> link) {
        link.unlink();
        link.chain = this;
        link.previous = last;
        if (last == null) {
            first = link;
        } else {
            last.next = link;
        }
        last = link;
        size++;
    }

    /** Puts an element first, taking it out of wherever it was. */
    void addFirst(Link<E> link) {
        link.unlink();
        link.chain = this;
        link.next = first;
        if (first == null) {
            last = link;
        } else {
            first.previous = link;
        }
        first = link;
        size++;
    }
}
