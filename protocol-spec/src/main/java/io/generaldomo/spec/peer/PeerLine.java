package io.generaldomo.spec.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line between a test and a peer process; {@code line.js} tells the form. */
record PeerLine(String id, String word, Map<String, String> values) {
    static PeerLine decode(String text) {
        String[] tokens = text.split(" ");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 2; i < tokens.length; i++) {
            int at = tokens[i].indexOf('=');
            values.put(tokens[i].substring(0, at), URLDecoder.decode(tokens[i].substring(at + 1), UTF_8));
        }
        return new PeerLine(tokens[0], tokens[1], values);
    }

    String encode() {
        StringBuilder text = new StringBuilder(id).append(' ').append(word);
        // The peer decodes as a browser does: there a space is %20, and a plus is a plus.
        values.forEach((key, value) ->
                text.append(' ').append(key).append('=').append(URLEncoder.encode(value, UTF_8).replace("+", "%20")));
        return text.append('\n').toString();
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }

    long number(String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }

    List<byte[]> frames() {
        return frames(value("frames"));
    }

    static List<byte[]> frames(String text) {
        List<byte[]> frames = new ArrayList<>();
        for (String hex : text.substring(1).split("\\.", -1)) {
            frames.add(HexFormat.of().parseHex(hex));
        }
        return frames;
    }

    static String frames(List<byte[]> frames) {
        StringBuilder text = new StringBuilder();
        frames.forEach(frame -> text.append('.').append(HexFormat.of().formatHex(frame)));
        return text.toString();
    }
}
