package io.generaldomo.zmtp.handler;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpConfig;
import io.generaldomo.zmtp.ZmtpMessage;
import io.generaldomo.zmtp.wire.Command;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ZmtpLoggingHandlerTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(ZmtpLoggingHandler.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void attach() {
        appender.start();
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
        ZmtpPipeline.accept(
                channel.pipeline(), ZmtpConfig.of(SocketType.SERVER), new ZmtpLoggingHandler(org.slf4j.event.Level.DEBUG));
    }

    @AfterEach
    void detach() {
        channel.finishAndReleaseAll();
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private void receives(String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(LibzmqOctets.octets(hex)));
    }

    private List<String> lines() {
        String prefix = channel.id().asShortText() + " ";
        assertThat(appender.list).allMatch(event -> event.getFormattedMessage().startsWith(prefix) && event.getLevel() == Level.DEBUG);
        return appender.list.stream().map(event -> event.getFormattedMessage().substring(prefix.length())).toList();
    }

    @Test
    void everyGreetingCommandAndMessageIsALine() {
        receives(LibzmqOctets.GREETING);
        receives(LibzmqOctets.READY_CLIENT);
        receives("00 04 61 1b 22 ff");
        receives("04 07 04 50 49 4e 47 00 00");
        channel.writeOutbound(ZmtpMessage.ofUtf8("x".repeat(40)));
        channel.close();
        assertThat(lines())
                .containsExactly(
                        "-> greeting ZMTP 3.1, NULL",
                        "<- greeting ZMTP 3.1, NULL",
                        "<- READY [22 B] \"\\x0bSocket-Type\\x00\\x00\\x00\\x06CLIENT\"",
                        "-> READY [22 B] \"\\x0bSocket-Type\\x00\\x00\\x00\\x06SERVER\"",
                        "<- message [4 B] \"a\\x1b\\\"\\xff\"",
                        "<- PING [2 B] \"\\x00\\x00\"",
                        "-> PONG",
                        "-> message [40 B] \"" + "x".repeat(32) + "\"…",
                        "closed");
    }

    @Test
    void nothingIsLoggedWhileTheLevelIsOffAndEverythingPasses() {
        appender.list.clear();
        logger.setLevel(Level.INFO);
        receives(LibzmqOctets.GREETING);
        receives(LibzmqOctets.READY_CLIENT);
        receives("00 01 61");
        assertThat(appender.list).isEmpty();
        ZmtpMessage message = channel.readInbound();
        assertThat(message.utf8(0)).isEqualTo("a");
        message.release();
    }

    @Test
    void passwordsAreNotLogged() {
        byte[] secret = "\5alice\6secret".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(LoggedText.of(new Command(Command.HELLO, secret))).isEqualTo("HELLO [13 B]");
    }

    @Test
    void namesOfCommandsAreEscaped() {
        assertThat(LoggedText.of(new Command("\u001b[2J\u00ff", new byte[0]))).isEqualTo("\\x1b[2J\\xff");
    }
}
