package io.generaldomo.spec.conformance;

/** What carries ZMTP to the peer. */
public enum Transport {
    /** A stream of octets, such as TCP: greeting, then frames (37/ZMTP). */
    STREAM("streams of octets"),
    /** WebSocket messages over TCP: an upgrade of HTTP, then a message for each frame (45/ZWS). */
    WEB_SOCKET("WebSockets");

    private final String words;

    Transport(String words) {
        this.words = words;
    }

    /** For people, in the plural. */
    @Override
    public String toString() {
        return words;
    }
}
