package io.generaldomo.examples.admin;

import io.netty.handler.codec.http.HttpResponseStatus;

/** A request to the pages that is not answered as asked. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the answer says of it. */
    final transient HttpResponseStatus status;

    /** The methods that the page takes, if the request had another one. */
    final String allowed;

    Refused(HttpResponseStatus status, String message) {
        this(status, message, "");
    }

    private Refused(HttpResponseStatus status, String message, String allowed) {
        super(message, null, false, false);
        this.status = status;
        this.allowed = allowed;
    }

    /** There is such a page, but for these methods. */
    static Refused method(String allowed) {
        return new Refused(HttpResponseStatus.METHOD_NOT_ALLOWED, "this page takes " + allowed, allowed);
    }
}
