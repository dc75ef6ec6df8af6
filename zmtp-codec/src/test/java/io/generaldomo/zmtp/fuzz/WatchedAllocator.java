package io.generaldomo.zmtp.fuzz;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;

/** Knows what is in use, and how large the largest array was that anybody asked for. All its buffers are on the heap. */
public final class WatchedAllocator extends AbstractByteBufAllocator {
    private int largest;
    private long used;

    /** Nothing in use. */
    public WatchedAllocator() {
        super(false);
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return new Watched(this, initialCapacity, maxCapacity);
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        return new Watched(this, initialCapacity, maxCapacity);
    }

    @Override
    public boolean isDirectBufferPooled() {
        return false;
    }

    /** Octets in the largest array. */
    public int largest() {
        return largest;
    }

    /** Octets in buffers that were not released. */
    public long used() {
        return used;
    }

    private static final class Watched extends UnpooledHeapByteBuf {
        Watched(ByteBufAllocator allocator, int initialCapacity, int maxCapacity) {
            super(allocator, initialCapacity, maxCapacity);
        }

        private WatchedAllocator watch() {
            return (WatchedAllocator) alloc();
        }

        @Override
        protected byte[] allocateArray(int initialCapacity) {
            watch().largest = Math.max(watch().largest, initialCapacity);
            watch().used += initialCapacity;
            return super.allocateArray(initialCapacity);
        }

        @Override
        protected void freeArray(byte[] array) {
            watch().used -= array.length;
            super.freeArray(array);
        }
    }
}
