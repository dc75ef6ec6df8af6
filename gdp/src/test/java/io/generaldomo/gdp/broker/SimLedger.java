package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.ReplyKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each request is entitled to, written down by who asks and held against everything that the core sends. A request carries its number; each frame of
 * its reply carries the number, the try, and the place of the frame in the reply, the last one also {@code end}.
 */
final class SimLedger {
    /** One request. */
    static final class Entry {
        final Peer client;
        final String service;
        int tries;
        int nextFrame;
        boolean ended;
        @Nullable String replier;

        Entry(Peer client, String service) {
            this.client = client;
            this.service = service;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final int maxTries;
    private final int severalAtOnce;
    private long serial;
    long replies;

    SimLedger(int maxTries, int severalAtOnce) {
        this.maxTries = maxTries;
        this.severalAtOnce = severalAtOnce;
    }

    void check(boolean holds, String promise, Object... about) {
        if (!holds) {
            throw new AssertionError(String.format(promise, about));
        }
    }

    /** A client asks; the number of the request. */
    String asked(Peer client, String service) {
        String number = Long.toString(serial++);
        entries.put(number, new Entry(client, service));
        return number;
    }

    long asked() {
        return serial;
    }

    /** The core sends a command. */
    void sent(Peer to, Command command) {
        if (command instanceof WorkerRequest request) {
            given(to, request.body());
        } else if (command instanceof ClientReply reply && !reply.service().isInternal()) {
            replied(to, reply);
        }
    }

    private void given(Peer to, Body body) {
        Entry entry = entry(body.toGdpMessage().utf8(0));
        Worker worker = to.worker;
        check(worker != null, "%s is sent a request and is no worker", to);
        check(worker.service.name.toString().equals(entry.service), "a request to %s goes to a worker of %s", entry.service, worker.service.name);
        check(!worker.isLeaving(), "%s is leaving and gets a request", to);
        check(worker.held.size() <= (worker.dialect.workerTakesSeveral() ? severalAtOnce : 1), "%s holds %d", to, worker.held.size());
        check(!entry.ended, "a request that is replied is given to a worker");
        check(entry.nextFrame == 0, "a request whose client has the beginning is given to another worker");
        check(!entry.client.isGone(), "a request is given to a worker and its client has left");
        entry.tries++;
        check(entry.tries <= maxTries, "a request is given to %d workers", entry.tries);
    }

    private void replied(Peer to, ClientReply reply) {
        GdpMessage message = reply.body().toGdpMessage();
        boolean end = false;
        Entry entry = null;
        for (int i = 0; i < message.size(); i++) {
            String[] words = message.utf8(i).split(" ");
            Entry of = entry(words[0]);
            check(entry == null || entry == of, "two replies in one");
            entry = of;
            check(!end, "frames after the end");
            check(words[2].equals(Integer.toString(entry.nextFrame)), "frame %s of a reply, not %d", words[2], entry.nextFrame);
            check(entry.replier == null || entry.replier.equals(words[1]), "one reply of two workers");
            entry.replier = words[1];
            entry.nextFrame++;
            end = words.length > 3;
        }
        if (entry == null) {
            throw new AssertionError("an empty reply");
        }
        check(entry.client == to, "%s gets the reply of %s", to, entry.client);
        check(entry.service.equals(reply.service().toString()), "a reply from %s, not %s", reply.service(), entry.service);
        boolean first = !entry.ended;
        if (reply.kind() == ReplyKind.FINAL) {
            check(first, "a second reply");
            check(end, "a final reply without the end");
        } else if (reply.kind() == ReplyKind.PARTIAL) {
            check(first && !end, "a part after the end");
        }
        if (reply.kind() != ReplyKind.PARTIAL && first) {
            entry.ended = true;
            replies++;
        }
    }

    private Entry entry(String number) {
        Entry entry = entries.get(number);
        if (entry == null) {
            throw new AssertionError("nobody asked request " + number);
        }
        return entry;
    }
}
