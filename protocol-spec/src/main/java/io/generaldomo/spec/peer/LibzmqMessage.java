package io.generaldomo.spec.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A message that a {@link LibzmqSocket} received.
 *
 * @param routingId at a SERVER the sender's routing id, 0 at any other socket
 * @param frames    the frames as libzmq's API gives them: at a ROUTER the first is the sender's identity, at a DISH the group
 */
public record LibzmqMessage(long routingId, List<byte[]> frames) {
    /** Keeps its own list of the frames.
     *
     * @param routingId at a SERVER the sender's routing id, 0 at any other socket
     * @param frames    the frames as libzmq's API gives them
     */
    public LibzmqMessage {
        frames = List.copyOf(frames);
    }

    /**
     * The frames as text, for messages that are text.
     *
     * @return each frame, decoded as UTF-8
     */
    public List<String> text() {
        return frames.stream().map(frame -> new String(frame, UTF_8)).toList();
    }
}
