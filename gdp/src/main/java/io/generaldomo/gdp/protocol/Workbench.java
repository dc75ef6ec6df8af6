package io.generaldomo.gdp.protocol;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * What a thread reads and writes messages with, one after the other: readers, writers and the names it knows. Reading or writing a message calls nothing
 * that could begin with another one, so that the same few objects serve for all; made anew they were a fifth of what the broker allocated for a
 * request.
 */
final class Workbench {
    private static final FastThreadLocal<Workbench> OF_THREAD = new FastThreadLocal<>() {
        @Override
        protected Workbench initialValue() {
            return new Workbench();
        }
    };

    final ServiceNames names = new ServiceNames();
    final PartsReader partsReader = new PartsReader();
    final PackedReader packedReader = new PackedReader();
    final PartsWriter partsWriter = new PartsWriter();
    final PackedWriter packedWriter = new PackedWriter(Packing.MME, ByteBufAllocator.DEFAULT);

    private Workbench() {}

    static Workbench ofThisThread() {
        return OF_THREAD.get();
    }
}
