package io.generaldomo.examples.embed;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.client.GdpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Requests that are under way at the same time, and their replies by {@link CompletableFuture}. */
public final class FutureClient {
    private final GdpClient client;

    /**
     * Asks with a client that somebody else closes.
     *
     * @param client knows the broker
     */
    FutureClient(GdpClient client) {
        this.client = client;
    }

    /**
     * Asks {@code upper} about each word and prints the replies.
     *
     * @param args where the broker is, such as {@code tcp://127.0.0.1:5555}, and words
     */
    public static void main(String... args) {
        try (GdpClient client = GdpClient.connect(args[0])) {
            List<String> words = Stream.of(args).skip(1).toList();
            System.out.println(new FutureClient(client).upper(words).join());
        }
    }

    /**
     * Asks for all words at once.
     *
     * @param words any number of them
     * @return the replies in the order of the words, joined; for one that has none, what went wrong in its place
     */
    CompletableFuture<String> upper(List<String> words) {
        List<CompletableFuture<String>> replies = words.stream().map(this::upper).toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> String.join(" ", replies.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<String> upper(String word) {
        return client.request("upper", GdpMessage.ofUtf8(word))
                .thenApply(reply -> reply.utf8(0))
                .exceptionally(failure -> "(" + failure.getMessage() + ")"); // a GdpException, which says whether to ask again can help
    }
}
