package io.generaldomo.zmtp.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads endpoints, and says of a text that is none what would be one. Stateless. */
final class EndpointText {
    private static final String WHERE = "(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.]+)?)]|([^\\[\\]:/;\\s]+))";
    private static final String AUTHORITY = WHERE + ":(\\*|\\d{1,5})";
    private static final Pattern SCHEME = Pattern.compile("([a-z0-9+.-]+)://(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile(AUTHORITY);
    private static final Pattern HOST_WITH_SOURCE = Pattern.compile("(?:" + AUTHORITY + ";)?" + AUTHORITY);
    private static final Pattern HOST_WITH_INTERFACE = Pattern.compile("(?:" + WHERE + ";)?" + AUTHORITY);
    /** What may stand in a request line as it is. */
    private static final Pattern HOST_WITH_PATH = Pattern.compile(AUTHORITY + "(/[\\w.~!$&'()*+,;=:@%/?-]*)?");
    /** One octet of the 108 that Linux has is for the end; other systems have fewer, and say so when they are asked. */
    private static final int LONGEST_PATH = 107;
    private static final int LONGEST_NAME = 255;

    private final String text;
    private final Scheme scheme;
    private final String rest;

    private EndpointText(String text, Scheme scheme, String rest) {
        this.text = text;
        this.scheme = scheme;
        this.rest = rest;
    }

    static Endpoint read(String text) {
        Matcher matcher = SCHEME.matcher(text);
        if (!matcher.matches()) {
            throw bad(text, Scheme.TCP.expectation());
        }
        Scheme scheme = Scheme.named(matcher.group(1)).orElseThrow(() -> bad(text, "its scheme is none of " + Scheme.all()));
        return new EndpointText(text, scheme, matcher.group(2)).read();
    }

    private Endpoint read() {
        return switch (scheme) {
            case TCP -> tcp();
            case IPC -> ipc();
            case INPROC -> inproc();
            case UDP -> udp();
            default -> scheme.hasPath() ? hostAndPath() : host();
        };
    }

    private Endpoint tcp() {
        Matcher matcher = matched(HOST_WITH_SOURCE);
        Optional<Endpoint> source = matcher.group(3) == null
                ? Optional.empty()
                : Optional.of(Endpoint.tcp(hostIn(matcher, 1), portIn(matcher, 3)));
        return new Endpoint(scheme, hostIn(matcher, 4), portIn(matcher, 6), "", source);
    }

    private Endpoint udp() {
        Matcher matcher = matched(HOST_WITH_INTERFACE);
        boolean through = matcher.group(1) != null || matcher.group(2) != null;
        Optional<Endpoint> source = through ? Optional.of(new Endpoint(scheme, hostIn(matcher, 1), 0, "", Optional.empty())) : Optional.empty();
        return new Endpoint(scheme, hostIn(matcher, 3), portIn(matcher, 5), "", source);
    }

    private Endpoint host() {
        Matcher matcher = matched(HOST);
        return new Endpoint(scheme, hostIn(matcher, 1), portIn(matcher, 3), "", Optional.empty());
    }

    private Endpoint hostAndPath() {
        Matcher matcher = matched(HOST_WITH_PATH);
        String path = matcher.group(4) == null ? "/" : matcher.group(4);
        return new Endpoint(scheme, hostIn(matcher, 1), portIn(matcher, 3), path, Optional.empty());
    }

    private Endpoint ipc() {
        if (rest.isEmpty() || rest.equals("@") || rest.indexOf('\0') >= 0) {
            throw bad(text, scheme.expectation());
        }
        int length = rest.getBytes(UTF_8).length;
        if (length > LONGEST_PATH) {
            throw bad(text, "its path has " + length + " octets, and a Unix domain socket has room for " + LONGEST_PATH);
        }
        return new Endpoint(scheme, "", 0, rest, Optional.empty());
    }

    private Endpoint inproc() {
        if (rest.isEmpty() || rest.length() > LONGEST_NAME) {
            throw bad(text, scheme.expectation() + "; a name has up to " + LONGEST_NAME + " characters");
        }
        return new Endpoint(scheme, "", 0, rest, Optional.empty());
    }

    private Matcher matched(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.matches()) {
            throw bad(text, scheme.expectation());
        }
        return matcher;
    }

    private static String hostIn(Matcher matcher, int group) {
        return matcher.group(group) != null ? matcher.group(group) : matcher.group(group + 1);
    }

    private int portIn(Matcher matcher, int group) {
        int port = matcher.group(group).equals(Endpoint.ANY) ? 0 : Integer.parseInt(matcher.group(group));
        if (port > 65_535) {
            throw bad(text, "the port is above 65535");
        }
        return port;
    }

    private static IllegalArgumentException bad(String text, String why) {
        return new IllegalArgumentException("bad address '" + text + "': " + why);
    }
}
