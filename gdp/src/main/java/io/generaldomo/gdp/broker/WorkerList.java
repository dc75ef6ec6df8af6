package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.GdpMessage;
import io.generaldomo.gdp.ServiceName;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mmi.workers}: the workers, a page of them, in the order in which they came. The first frame of the request, if not empty, is the service that
 * they work for, the second one the number after which the page begins.
 */
final class WorkerList implements ManagementService {
    /** Workers on a page. */
    static final int PAGE = 500;

    /** Workers that are looked at for a page. */
    private static final int MOST_SEEN = 10_000;

    private final WorkerRegistry workers;

    WorkerList(WorkerRegistry workers) {
        this.workers = workers;
    }

    @Override
    public GdpMessage answer(GdpMessage request, long nowNanos) {
        ServiceName only = ServiceLookup.name(request, 0);
        long after;
        try {
            after = request.size() > 1 ? Long.parseLong(request.utf8(1)) : 0;
        } catch (NumberFormatException noNumber) {
            return Status.BAD_REQUEST;
        }
        List<String> frames = new ArrayList<>();
        frames.add(Status.OK);
        frames.add("");
        long next = 0;
        int seen = 0;
        for (Worker worker : workers.byId().tailMap(after, false).values()) {
            if (seen == MOST_SEEN || frames.size() == PAGE + 2) {
                frames.set(1, Long.toString(next));
                break;
            }
            seen++;
            next = worker.id;
            if (only == null || only.equals(worker.service.name)) {
                frames.add(line(worker));
            }
        }
        return GdpMessage.ofUtf8(frames.toArray(String[]::new));
    }

    /** The name of the service comes last: it is all that the worker chose, and might hold anything but control characters. */
    private static String line(Worker worker) {
        return worker.id + "\t" + state(worker) + '\t' + worker.held.size() + '\t' + worker.dialect + '\t' + worker.peer + '\t'
                + worker.service.name;
    }

    private static String state(Worker worker) {
        if (worker.isLeaving()) {
            return "leaving";
        }
        return worker.isBusy() ? "busy" : "idle";
    }
}
