package io.generaldomo.gdp.protocol;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.zmtp.ZmtpMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes each frame as a part of a message. */
final class PartsWriter implements FrameWriter {
    private final List<ByteBuf> parts = new ArrayList<>(8);

    @Override
    public void frame(byte[] octets) {
        // On the heap: there is no pool to give it back to, and the encoder copies short parts anyway.
        parts.add(Unpooled.wrappedBuffer(octets));
    }

    @Override
    public void number(int number) {
        frame(new byte[] {(byte) number});
    }

    @Override
    public void number32(int number) {
        parts.add(Unpooled.copyInt(number));
    }

    @Override
    public void service(ServiceName service) {
        frame(service.octets());
    }

    @Override
    public void address(Address address) {
        frame(address.octets());
        empty();
    }

    @Override
    public void empty() {
        parts.add(Unpooled.EMPTY_BUFFER);
    }

    @Override
    public void frames(Body body) {
        Collections.addAll(parts, body.sharedParts());
    }

    @Override
    public ZmtpMessage finish() {
        ZmtpMessage message = ZmtpMessage.of(parts);
        parts.clear();
        return message;
    }

    @Override
    public void discard() {
        parts.forEach(ByteBuf::release);
        parts.clear();
    }
}
