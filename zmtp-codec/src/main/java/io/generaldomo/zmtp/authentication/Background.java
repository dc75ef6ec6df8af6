package io.generaldomo.zmtp.authentication;

import io.generaldomo.zmtp.ZmtpVerdict;
import io.generaldomo.zmtp.ZmtpVerdict.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Where authenticators read files and compute: not on an event loop. */
final class Background {
    private Background() {}

    /** A verdict that takes reading. */
    interface Judgement {
        ZmtpVerdict reach() throws IOException;
    }

    /** The verdict, later. If the executor has enough to do, the peer may come back. */
    static CompletionStage<ZmtpVerdict> judge(Executor executor, Judgement judgement) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return judgement.reach();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(ZmtpVerdict.refuse(Refusal.TEMPORARY));
        }
    }
}
