package io.generaldomo.examples.admin;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.NetUtil;
import java.util.List;

/**
 * Keeps pages of others from asking in the name of a browser that can reach this one. Immutable and thread-safe.
 *
 * <p>A page whose name was made to lead here (DNS rebinding) asks for its own name: only addresses, {@code localhost} and the name that was bound are answered. A page that
 * posts across sites says from where, and has to be this one.
 */
final class HostCheck {
    private final String bound;

    /** The name or address that was bound. */
    HostCheck(String bound) {
        this.bound = bound;
    }

    void require(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() != 1 || !isOurs(name(hosts.get(0)))) {
            throw new Refused(HttpResponseStatus.MISDIRECTED_REQUEST, "no page of that host is here; ask for an address, or for localhost");
        }
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (origin != null && !origin.equals("http://" + hosts.get(0)) && !origin.equals("https://" + hosts.get(0))) {
            throw new Refused(HttpResponseStatus.FORBIDDEN, "pages of other sites may not ask");
        }
    }

    private boolean isOurs(String name) {
        return name.equalsIgnoreCase("localhost") || name.equalsIgnoreCase(bound) || NetUtil.isValidIpV4Address(name)
                || NetUtil.isValidIpV6Address(name);
    }

    /** Without the port. */
    private static String name(String host) {
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
