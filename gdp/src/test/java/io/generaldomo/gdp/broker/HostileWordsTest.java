package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.log.AllLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Wherever a client or a worker has a word to say, as its name, that of a service, in a body, it says one that would forge a line of the broker's
 * log, or clear the screen of who reads it; none of them gets there.
 */
class HostileWordsTest {
    private static final String WORD = "a\r\n12:00:00 ERROR forged\u001b[2J\u009b2J\u0007";

    private final AllLines lines = new AllLines();

    @AfterEach
    void stopListening() {
        lines.close();
    }

    private void toldInVisibleCharacters(String... words) {
        assertThat(lines.list()).isNotEmpty().allSatisfy(line ->
                assertThat(line.chars()).as(line).noneMatch(Character::isISOControl));
        for (String said : words) {
            assertThat(lines.list()).anyMatch(line -> line.contains(said));
        }
    }

    private static byte[] octets(Object... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            if (piece instanceof Integer octet) {
                all.write(octet);
            } else {
                all.writeBytes(piece instanceof String text ? text.getBytes(UTF_8) : (byte[]) piece);
            }
        }
        return all.toByteArray();
    }

    private static byte[] sized(Object word) {
        byte[] octets = octets(word);
        return octets(octets.length, octets);
    }

    private static byte[] command(String name, byte[]... data) {
        byte[] body = octets(sized(name), octets((Object[]) data));
        return octets(4, body.length, body);
    }

    private static byte[] property(String name, String value) {
        return octets(sized(name), 0, 0, 0, sized(value));
    }

    private static byte[] message(Object... frames) {
        byte[] all = {};
        for (int i = 0; i < frames.length; i++) {
            all = octets(all, i + 1 < frames.length ? 1 : 0, sized(frames[i]));
        }
        return all;
    }

    /** Sends messages after a handshake under a hostile name, and waits until the broker has taken them all. */
    private static void comes(GdpBroker broker, byte[]... messages) throws IOException {
        try (HostilePeer peer = new HostilePeer(broker.bind("tcp://127.0.0.1:*").join().port())) {
            peer.sends(HostilePeer.GREETING);
            peer.sends(command("READY", property("Socket-Type", "DEALER"), property("Identity", WORD), property("X-" + WORD, WORD)));
            peer.sends(messages);
            peer.sends(message("", "MDPC01", "mmi.service", "last"));
            peer.readUntil("mmi.service");
        }
    }

    @Test
    void inRequestsAndRegistrations() throws IOException {
        try (GdpBroker broker = GdpBroker.create()) {
            comes(broker,
                    message("", "MDPC01", WORD, WORD),
                    message("", "MDPC01", "mmi.filter", "enable", WORD, WORD),
                    message("", "MDPC01", "mmi." + WORD, WORD),
                    message("", "MDPC01", "mmi.service", WORD));
            comes(broker, message("", "MDPW01", 1, WORD));
            comes(broker, message("", "MDPW01", 1, "mmi." + WORD));
        }
        toldInVisibleCharacters("filters of a\\u{d}\\u{a}12:00:00 ERROR forged");
    }

    @Test
    void whereItIsNoCommand() throws IOException {
        try (GdpBroker broker = GdpBroker.create();
                HostilePeer peer = new HostilePeer(broker.bind("tcp://127.0.0.1:*").join().port())) {
            peer.sends(HostilePeer.GREETING, HostilePeer.READY, message(WORD, WORD), message(WORD));
            peer.awaitEnd();
        }
        toldInVisibleCharacters("no Majordomo command");
    }

    /** The first that a connection may not do is logged, so there are two. */
    @Test
    void asAUserWhoMayNothing() throws IOException {
        ZmtpSecurity asking = new ZmtpSecurity.PlainServer(applicant -> CompletableFuture.completedFuture(ZmtpVerdict.accept(WORD)));
        try (GdpBroker broker = GdpBroker.create(BrokerConfig.DEFAULT.withSecurity(asking))) {
            int port = broker.bind("tcp://127.0.0.1:*").join().port();
            answered(port, "403", message("", "MDPC01", WORD, WORD), message("", "MDPC01", "mmi." + WORD, WORD));
            answered(port, "MDPW01", message("", "MDPW01", 1, WORD));
        }
        toldInVisibleCharacters("may not request a\\u{d}\\u{a}", "may not serve a\\u{d}\\u{a}");
    }

    private static void answered(int port, String answer, byte[]... messages) throws IOException {
        byte[] greeting = HostilePeer.GREETING.clone();
        System.arraycopy("PLAIN".getBytes(ISO_8859_1), 0, greeting, 12, 5);
        try (HostilePeer peer = new HostilePeer(port)) {
            peer.sends(greeting, command("HELLO", sized(WORD), sized(WORD)));
            peer.sends(command("INITIATE", property("Socket-Type", "DEALER"), property("Identity", WORD)));
            peer.sends(messages);
            peer.readUntil(answer);
        }
    }
}
