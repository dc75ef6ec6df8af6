package io.generaldomo.zmtp.authentication;

import io.generaldomo.zmtp.CurveKey;
import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpUser;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in the peers whose CURVE keys are in a directory, one {@link CurveCertificate} a file. The user is named after the file, without its
 * extension; the certificate's metadata are the attributes. Hidden files, those whose names end in {@code _secret}, as CZMQ has it, and
 * directories do not count; files that hold no key are logged and do not count either.
 *
 * <p>Put a file there, and its owner can come; remove it, and the next time the owner cannot: the directory is looked at in each handshake.
 * Connections that exist are not touched. What is not CURVE is refused.
 */
public final class AuthorizedKeys implements ZmtpAuthenticator {
    private static final Logger log = LoggerFactory.getLogger(AuthorizedKeys.class);

    private final Path directory;
    private final Watched<Map<CurveKey, ZmtpUser>> users;
    private final Executor executor;

    private AuthorizedKeys(Path directory, Executor executor) {
        this.directory = directory;
        this.users = new Watched<>(directory, AuthorizedKeys::parse);
        this.executor = executor;
    }

    /**
     * The keys of a directory, read on the common pool.
     *
     * @param directory the directory; peers are refused while there is none
     * @return an authenticator
     */
    public static AuthorizedKeys in(Path directory) {
        return in(directory, ForkJoinPool.commonPool());
    }

    /**
     * The keys of a directory.
     *
     * @param directory the directory; peers are refused while there is none
     * @param executor where the directory is read; one that rejects work makes the peer come again later
     * @return an authenticator
     */
    public static AuthorizedKeys in(Path directory, Executor executor) {
        return new AuthorizedKeys(directory, executor);
    }

    private static Map<CurveKey, ZmtpUser> parse(Map<Path, String> texts) {
        Map<CurveKey, ZmtpUser> users = new HashMap<>();
        texts.forEach((file, text) -> {
            String name = file.getFileName().toString();
            if (name.endsWith("_secret")) {
                return;
            }
            try {
                CurveCertificate certificate = CurveCertificate.parse(text);
                String user = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
                ZmtpUser other = users.putIfAbsent(certificate.key(), new ZmtpUser(user, certificate.metadata()));
                if (other != null) {
                    log.atWarn().addKeyValue("user", other.id()).log("{} does not count: it holds the key of user {}", file, other.id());
                }
            } catch (IllegalArgumentException e) {
                log.warn("{} does not count: {}", file, e.getMessage());
            }
        });
        return users;
    }

    @Override
    public CompletionStage<ZmtpVerdict> authenticate(ZmtpApplicant applicant) {
        if (!(applicant.credentials() instanceof ZmtpCredentials.Key shown)) {
            return CompletableFuture.completedFuture(ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
        }
        return Background.judge(executor, () -> judge(shown.key()));
    }

    private ZmtpVerdict judge(CurveKey key) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        ZmtpUser user = users.current().get(key);
        return user == null ? ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED) : new ZmtpVerdict.Accepted(user);
    }
}
