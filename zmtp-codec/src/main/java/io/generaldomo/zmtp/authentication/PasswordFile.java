package io.generaldomo.zmtp.authentication;

import io.generaldomo.zmtp.ZmtpApplicant;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpCredentials;
import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in the users of PLAIN whose passwords are in a file, one user a line: the name, a colon, and a {@link PasswordHash}. Empty lines and those
 * that begin with {@code #} do not count; lines that cannot be read are logged by their number and do not count either.
 *
 * <p>The file is read again when it has changed; connections that exist are not touched. A name that is not in the file takes as long to refuse as
 * a wrong password. What is not PLAIN is refused.
 */
public final class PasswordFile implements ZmtpAuthenticator {
    private static final Logger log = LoggerFactory.getLogger(PasswordFile.class);

    private final Watched<Map<String, PasswordHash>> users;
    private final Executor executor;
    /** What unknown users are compared with. */
    private final PasswordHash nobody;

    private PasswordFile(Path file, Executor executor, PasswordHash nobody) {
        this.users = new Watched<>(file, texts -> parse(file, texts));
        this.executor = executor;
        this.nobody = nobody;
    }

    /**
     * The users of a file, judged on the common pool.
     *
     * @param file the file; it must exist when the first peer comes, or this one is refused
     * @return an authenticator
     */
    public static PasswordFile at(Path file) {
        return at(file, ForkJoinPool.commonPool());
    }

    /**
     * The users of a file.
     *
     * @param file the file; it must exist when the first peer comes, or this one is refused
     * @param executor where passwords are hashed, which is meant to take long; one that rejects work makes the peer come again later
     * @return an authenticator
     */
    public static PasswordFile at(Path file, Executor executor) {
        return new PasswordFile(file, executor, PasswordHash.of("nobody"));
    }

    private static Map<String, PasswordHash> parse(Path file, Map<Path, String> texts) {
        Map<String, PasswordHash> users = new HashMap<>();
        int number = 0;
        for (String line : texts.getOrDefault(file, "").split("\\R")) {
            number++;
            int colon = line.indexOf(':');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                users.put(line.substring(0, Math.max(colon, 0)), PasswordHash.parse(line.substring(colon + 1).strip()));
            } catch (IllegalArgumentException e) {
                log.warn("{}: line {} is no user with a password hash", file, number);
            }
        }
        users.remove("");
        return users;
    }

    @Override
    public CompletionStage<ZmtpVerdict> authenticate(ZmtpApplicant applicant) {
        if (!(applicant.credentials() instanceof ZmtpCredentials.Password shown)) {
            return CompletableFuture.completedFuture(ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED));
        }
        return Background.judge(executor, () -> judge(shown));
    }

    private ZmtpVerdict judge(ZmtpCredentials.Password shown) throws IOException {
        PasswordHash known = users.current().get(shown.user());
        byte[] password = shown.password();
        boolean matches = (known == null ? nobody : known).matches(password);
        Arrays.fill(password, (byte) 0);
        return known != null && matches ? ZmtpVerdict.accept(shown.user()) : ZmtpVerdict.refuse(Refusal.NOT_AUTHENTICATED);
    }
}
