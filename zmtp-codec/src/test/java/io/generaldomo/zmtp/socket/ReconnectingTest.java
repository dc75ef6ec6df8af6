package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpException.Reason;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import io.generaldomo.zmtp.transport.LoggedLines;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal for good is told once, and not given up. */
class ReconnectingTest extends SocketTest {
    private final AtomicReference<ZmtpVerdict> verdict = new AtomicReference<>();
    private final Recorder asked = new Recorder();

    private void connectToWhoRefuses() {
        verdict.set(ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
        ZmtpAuthenticator authenticator = applicant -> CompletableFuture.completedFuture(verdict.get());
        ZmtpRouter router = closedAtTheEnd(ZmtpRouter.open(
                options.withSecurity(new ZmtpSecurity.Null(Optional.of(authenticator))), new Recorder()));
        ZmtpDealer dealer = closedAtTheEnd(ZmtpDealer.open(options, asked));
        dealer.connect(bind(router));
    }

    @Test
    void aRefusalForGoodIsOneLineAndThePeerIsTriedAgain() {
        try (LoggedLines lines = new LoggedLines()) {
            connectToWhoRefuses();
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(asked.failure().reason()).isEqualTo(Reason.REFUSED_BY_PEER);
            }
            verdict.set(ZmtpVerdict.accept("u"));
            asked.connected();
            List<String> told = Stream.concat(Stream.of(lines.next()), IntStream.range(0, lines.waiting()).mapToObj(i -> lines.next()))
                    .map(LoggedLines.Line::text)
                    .filter(text -> text.endsWith("trying again slowly"))
                    .toList();
            assertThat(told).singleElement().asString().contains("400");
        }
    }

    /** The life of a connection as its listener sees it: nobody there, there, gone, there again. */
    @Test
    void aListenerIsToldOfEveryStepOfAConnection() {
        ZmtpPull pull = closedAtTheEnd(ZmtpPull.open(options, new Recorder()));
        String endpoint = bindToLastingPort(pull);
        pull.close();
        ZmtpPush push = closedAtTheEnd(ZmtpPush.open(options, asked));
        push.connect(endpoint);
        assertThat(asked.retry()).startsWith(endpoint).contains("nothing accepts connections there");
        ZmtpPull late = closedAtTheEnd(ZmtpPull.open(options, new Recorder()));
        done(late.bind(endpoint));
        SocketPeer peer = asked.connected();
        peer.disconnect();
        assertThat(asked.disconnected()).isSameAs(peer);
        assertThat(asked.connected()).isNotSameAs(peer);
        late.close();
        Stream.generate(asked::retry).filter(told -> told.contains("the connection was lost")).findFirst();
    }
}
