package io.generaldomo.zmtp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.ZmtpMetadata;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What libzmq's test of metadata checks, under its name. */
class MetadataRulesTest extends SocketTest {
    private final Recorder told = new Recorder();

    /** What the authenticator says of the user is beside what the peer says of itself, and cannot be claimed by it. */
    @Test
    void metadata_whatTheAuthenticatorSaysAndWhatThePeerSays() {
        ZmtpUser user = new ZmtpUser("anonymous", ZmtpMetadata.EMPTY.with("Hello", "World"));
        ZmtpSecurity asking = new ZmtpSecurity.Null(
                Optional.of(applicant -> CompletableFuture.completedFuture(new ZmtpVerdict.Accepted(user))));
        ZmtpServer server = closedAtTheEnd(ZmtpServer.open(options.withSecurity(asking), told));
        ZmtpMetadata own = ZmtpMetadata.EMPTY.with("X-Hello", "from the peer");
        closedAtTheEnd(ZmtpClient.open(options.withMetadata(own), new Recorder())).connect(bind(server));
        assertThat(told.connected().peer()).satisfies(peer -> {
            assertThat(peer.user()).map(ZmtpUser::id).contains("anonymous");
            assertThat(peer.user().orElseThrow().attributes().text("Hello")).contains("World");
            assertThat(peer.metadata().text("Hello")).isEmpty();
            assertThat(peer.metadata().text("X-Hello")).contains("from the peer");
            assertThat(peer.socketType()).contains(SocketType.CLIENT);
        });
    }
}
