package io.generaldomo.spec.sniff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A conversation whose sightings are caught. */
final class Stream {
    final List<Sighting> sightings = new ArrayList<>();
    final Conversation conversation;

    Stream(boolean fromTheStart) {
        conversation = new Conversation(1, ":1", ":2", fromTheStart, sightings::add);
    }

    /** Octets in hexadecimal, with text in quotes among them. */
    static byte[] octets(String written) {
        StringBuilder octets = new StringBuilder();
        String[] pieces = written.split("'", -1);
        for (int i = 0; i < pieces.length; i++) {
            octets.append(i % 2 == 1 ? pieces[i] : new String(HexFormat.of().parseHex(pieces[i].replace(" ", "")), ISO_8859_1));
        }
        return octets.toString().getBytes(ISO_8859_1);
    }

    static byte[] greeting(String mechanism) {
        byte[] greeting = Arrays.copyOf(octets("ff 0000000000000001 7f 03 01 '" + mechanism + "'"), 64);
        return greeting;
    }

    Stream says(Side side, byte[] octets) {
        conversation.octets(side, null, octets);
        return this;
    }

    Stream says(Side side, String written) {
        return says(side, octets(written));
    }

    /** Both greetings and both READY. */
    static Stream between(String connector, String listener) {
        Stream stream = new Stream(true);
        stream.ready(Side.CONNECTOR, connector).ready(Side.LISTENER, listener);
        stream.sightings.clear();
        return stream;
    }

    private Stream ready(Side side, String type) {
        int length = 6 + 12 + 4 + type.length();
        String header = String.format("04 %02x 05 'READY' 0b 'Socket-Type' 000000%02x '%s'", length, type.length(), type);
        return says(side, greeting("NULL")).says(side, header);
    }

    List<String> texts() {
        return sightings.stream().map(sighting -> sighting.unit().text()).toList();
    }

    Stream end() {
        conversation.end(Side.CONNECTOR, null);
        conversation.end(Side.LISTENER, null);
        return this;
    }
}
