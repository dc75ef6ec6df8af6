package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Dialect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that costs nothing. */
final class BenchmarkPeer implements PeerPort {
    final Peer peer = new Peer("peer", Optional.empty(), this);
    @Nullable Address address;

    @Override
    public void send(Dialect dialect, Command command) {
        if (command instanceof WorkerRequest request) {
            address = request.address();
        }
        command.release();
    }

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public void close() {}
}
