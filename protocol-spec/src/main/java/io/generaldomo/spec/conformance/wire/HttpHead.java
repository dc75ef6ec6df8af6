package io.generaldomo.spec.conformance.wire;

import static io.generaldomo.spec.conformance.wire.Octets.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The head of a request or an answer of HTTP, well formed or not: nothing that is given is checked.
 *
 * @param startLine the first line
 * @param headers   the lines behind it, in their order
 */
public record HttpHead(String startLine, List<Header> headers) {
    private static final String LINE_END = "\r\n";

    /** What ends a head. */
    public static final String END = LINE_END + LINE_END;

    /**
     * A line behind the first.
     *
     * @param name  as it is spelled
     * @param value without spaces around it
     */
    public record Header(String name, String value) {
        private boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /**
     * A head without headers.
     *
     * @param startLine the first line
     * @return the head
     */
    public static HttpHead of(String startLine) {
        return new HttpHead(startLine, List.of());
    }

    /**
     * Reads a head.
     *
     * @param text of it, with or without the empty line at the end
     * @return what it says; a line without a colon is a header without a value
     */
    public static HttpHead parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        List<Header> headers = lines.stream().skip(1).map(line -> line.split(":", 2))
                .map(halves -> new Header(halves[0], halves.length > 1 ? halves[1].strip() : ""))
                .toList();
        return new HttpHead(lines.isEmpty() ? "" : lines.get(0), headers);
    }

    /**
     * The same head, with one more header at its end.
     *
     * @param name  of the header
     * @param value of it
     * @return another head
     */
    public HttpHead and(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpHead(startLine, List.copyOf(more));
    }

    /**
     * The same head, without the headers of a name.
     *
     * @param name in any case
     * @return another head
     */
    public HttpHead without(String name) {
        return new HttpHead(startLine, headers.stream().filter(header -> !header.isNamed(name)).toList());
    }

    /**
     * The same head, in which another value stands for what there was.
     *
     * @param name  of the header
     * @param value of it
     * @return another head
     */
    public HttpHead with(String name, String value) {
        return without(name).and(name, value);
    }

    /**
     * The same headers behind another first line.
     *
     * @param line the first line
     * @return another head
     */
    public HttpHead beginning(String line) {
        return new HttpHead(line, headers);
    }

    /**
     * The status of an answer.
     *
     * @return three digits, or nothing if the first line has none in their place
     */
    public String status() {
        String[] words = startLine.split(" ");
        return words.length > 1 && words[1].matches("[0-9]{3}") ? words[1] : "";
    }

    /**
     * The values of all headers of a name, which may each be a list.
     *
     * @param name in any case
     * @return what stands between the commas
     */
    public List<String> values(String name) {
        return headers.stream().filter(header -> header.isNamed(name))
                .flatMap(header -> Arrays.stream(header.value().split(",")))
                .map(String::strip)
                .toList();
    }

    /**
     * The head as it goes over the wire.
     *
     * @return octets, the empty line at the end among them
     */
    public byte[] octets() {
        Stream<String> lines = headers.stream().map(header -> header.name() + ": " + header.value());
        return text(String.join(LINE_END, Stream.concat(Stream.of(startLine), lines).toList()) + END);
    }
}
