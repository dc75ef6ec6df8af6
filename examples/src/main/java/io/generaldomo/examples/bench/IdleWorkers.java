package io.generaldomo.examples.bench;

import java.util.List;

/** What workers that have nothing to do cost our broker in memory: it is looked at before they come and when they are there. Stateless. */
public final class IdleWorkers {
    private IdleWorkers() {}

    /**
     * Measures.
     *
     * @param workers how many
     * @return octets for each of them, on the heap and outside, when the garbage is collected
     * @throws InterruptedException if the thread is interrupted; the processes end
     * @throws PeerException if a process fails
     */
    public static double octetsOfEach(int workers) throws InterruptedException {
        try (RoleProcess broker = RoleProcess.of(Peers.OURS, Role.BROKER, List.of("footprint=true"))) {
            String endpoint = "endpoint=" + broker.endpoint();
            long nobody = held(broker);
            RoleProcess crowd = RoleProcess.of(Peers.OURS, Role.WORKER, List.of("workers=" + workers, endpoint));
            try {
                long everybody = held(broker);
                return (double) (everybody - nobody) / workers;
            } finally {
                crowd.close();
            }
        }
    }

    private static long held(RoleProcess broker) throws InterruptedException {
        broker.start();
        broker.stop();
        RoleResult result = broker.result();
        return result.number("heap").orElseThrow() + result.number("direct").orElseThrow();
    }
}
