package io.generaldomo.spec.conformance.zws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.generaldomo.spec.conformance.wrong.Refusal;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The upgrade of a {@link WrongPeer}, from either side. */
final class Door {
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    private static final int LONGEST = 16 * 1024;

    private final Line line;
    private final Guise guise;
    private final Fault fault;

    Door(Line line, Guise guise, Fault fault) {
        this.line = line;
        this.guise = guise;
        this.fault = fault;
    }

    /** A head: its first line, and the others. */
    private record Head(String first, List<String> lines, Fault fault) {
        List<String> values(String name) {
            List<String> values = new ArrayList<>();
            for (String each : lines) {
                String[] halves = each.split(":", 2);
                boolean isIt = fault == Fault.COMPARES_CASE_OF_HEADERS ? halves[0].equals(name) : halves[0].equalsIgnoreCase(name);
                if (isIt && halves.length == 2 && (values.isEmpty() || fault != Fault.READS_THE_FIRST_HEADER_ONLY)) {
                    Arrays.stream(halves[1].split(",")).map(String::strip).forEach(values::add);
                }
            }
            return values;
        }

        boolean has(String name, String value) {
            return values(name).stream().anyMatch(value::equalsIgnoreCase);
        }
    }

    private Head head() throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            if (text.length() > LONGEST && fault == Fault.HAS_NO_LIMIT_FOR_HEADS) {
                text.setLength(LONGEST / 2);
            }
            Refusal.unless(text.length() <= LONGEST, "a long head");
            text.append((char) line.octet());
        }
        List<String> lines = text.toString().lines().filter(each -> !each.isEmpty()).toList();
        return new Head(lines.get(0), lines.subList(1, lines.size()), fault);
    }

    /** Whether there is a mechanism in the subprotocol that was chosen. */
    boolean accept() throws IOException {
        Head request = head();
        Refusal.unless(request.first().matches("GET \\S+ HTTP/1\\.1"), "no GET");
        Refusal.unless(request.has("Upgrade", "websocket") && request.has("Connection", "upgrade"), "no upgrade");
        Refusal.unless(request.has("Sec-WebSocket-Version", "13") || fault == Fault.TAKES_ANY_VERSION, "another version");
        Refusal.unless(!request.values("Host").isEmpty() || fault == Fault.DOES_NOT_READ_HOST, "no host");
        String key = request.values("Sec-WebSocket-Key").stream().findFirst().orElseThrow(() -> new Refusal("no key"));
        String own = "ZWS2.0/" + guise.mechanism;
        List<String> offers = request.values("Sec-WebSocket-Protocol");
        String chosen = offers.stream()
                .filter(each -> each.equals(own) || each.equals("ZWS2.0") && guise.mechanism.equals("NULL") && fault != Fault.KNOWS_NO_BARE)
                .findFirst()
                .orElseGet(() -> fault == Fault.TAKES_ANY_SUBPROTOCOL ? own : "");
        Refusal.unless(!chosen.isEmpty(), "no subprotocol");

        line.send(("HTTP/1.1 101 Switching Protocols\r\n" + UPGRADE + "Sec-WebSocket-Accept: "
                + proof(fault == Fault.ANSWERS_ANOTHER_KEY ? "" : key) + "\r\nSec-WebSocket-Protocol: " + chosen + "\r\n\r\n").getBytes(ISO_8859_1));
        return chosen.equals(own);
    }

    void connect(int port) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        String own = "ZWS2.0/" + guise.mechanism;
        line.send(("GET / HTTP/1.1\r\nHost: localhost" + (fault == Fault.LEAVES_OUT_THE_PORT ? "" : ":" + port) + "\r\n" + UPGRADE
                + "Sec-WebSocket-Key: " + key + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + own + "\r\n\r\n").getBytes(ISO_8859_1));
        Head answer = head();
        String status = fault == Fault.COMPARES_THE_REASON ? "HTTP/1.1 101 Switching Protocols" : "HTTP/1.1 101 ";
        Refusal.unless(answer.first().startsWith(status) || fault == Fault.TAKES_ANY_STATUS && answer.first().startsWith("HTTP/1.1 "), "another status");
        Refusal.unless(answer.has("Upgrade", "websocket") && answer.has("Connection", "upgrade"), "no upgrade");
        Refusal.unless(answer.values("Sec-WebSocket-Accept").equals(List.of(proof(key))) || fault == Fault.TAKES_ANY_ACCEPT, "another key");
        Refusal.unless(answer.values("Sec-WebSocket-Protocol").equals(List.of(own)) || fault == Fault.TAKES_ANY_SUBPROTOCOL, "another subprotocol");
        Refusal.unless(answer.values("Sec-WebSocket-Extensions").isEmpty() || fault == Fault.TAKES_EXTENSIONS, "an extension");
    }

    private static String proof(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1);
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
