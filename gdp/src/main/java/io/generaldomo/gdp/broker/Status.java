package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;

/** The first frame of the answers of the broker's own services, and often the only one (RFC 8/MMI). */
final class Status {
    static final String OK = "200";
    static final GdpMessage SUCCESS = GdpMessage.ofUtf8(OK);
    static final GdpMessage BAD_REQUEST = GdpMessage.ofUtf8("400");
    static final GdpMessage FORBIDDEN = GdpMessage.ofUtf8("403");
    static final GdpMessage NOT_FOUND = GdpMessage.ofUtf8("404");
    static final GdpMessage NOT_IMPLEMENTED = GdpMessage.ofUtf8("501");

    private Status() {}
}
