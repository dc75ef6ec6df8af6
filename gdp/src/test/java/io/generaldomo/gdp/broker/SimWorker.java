package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Address;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.Disconnect;
import io.generaldomo.gdp.protocol.Command.Heartbeat;
import io.generaldomo.gdp.protocol.Command.WorkerReady;
import io.generaldomo.gdp.protocol.Command.WorkerReply;
import io.generaldomo.gdp.protocol.Command.WorkerRequest;
import io.generaldomo.gdp.protocol.Command.WorkerReturn;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.Replies;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.buffer.ByteBuf;

/** Works: replies once, in parts, or in reports without an end. Now and then it dies, hangs, takes leave, gives back, or replies what it should not. */
final class SimWorker {
    private final Simulation world;
    private final String service;
    private final SimLink link;
    private boolean hangs;
    private int busyWith;
    private int tries;

    SimWorker(Simulation world, String name) {
        this.world = world;
        this.service = world.random.nextInt(8) == 0 ? "quiet" : world.service();
        Dialect dialect = Dialect.values()[world.random.nextInt(Dialect.values().length)];
        this.link = world.connect(name, dialect, this::received, () -> world.time.after(world.random.nextInt(3000), () -> world.newWorker()));
        ready();
        beat();
        act();
    }

    private void ready() {
        link.sendUp(new WorkerReady(ServiceName.of(service), 1 + world.random.nextInt(6)));
    }

    private void beat() {
        if (link.isBroken()) {
            return;
        }
        // Like the workers of the Guide: nothing while it works.
        if (!hangs && busyWith == 0) {
            link.sendUp(Heartbeat.INSTANCE);
        }
        world.time.after(2500, this::beat);
    }

    private void act() {
        if (link.isBroken()) {
            return;
        }
        if (world.isQuiet()) {
            if (hangs) {
                link.breakDown(); // as ZMTP's PING finds out some time
            }
        } else {
            switch (world.random.nextInt(20)) {
                case 0 -> link.breakDown();
                case 1 -> hangs |= world.random.nextInt(3) == 0;
                case 2 -> {
                    link.sendUp(Disconnect.INSTANCE);
                    world.time.after(world.random.nextInt(500), this::readyAgain);
                }
                case 3 -> link.sendUp(reply(Address.ofToken(1 + world.random.nextInt(1 << 30)), ReplyKind.FINAL, "0 forged 0 end"));
                case 4 -> {
                    if (link.dialect.sharesConnections() && world.random.nextInt(5) == 0) {
                        link.sendUp(new WorkerReturn(Address.ofToken(1 + world.random.nextInt(1 << 30)))); // forged as well
                    }
                }
                default -> { }
            }
        }
        world.time.after(world.random.nextInt(4000), this::act);
    }

    private void readyAgain() {
        if (!link.isBroken() && !hangs) {
            ready();
        }
    }

    private void received(Command command) {
        if (command instanceof WorkerRequest request && !hangs) {
            busyWith++;
            String number = request.body().toGdpMessage().utf8(0);
            String me = link.peer + "/" + tries++;
            int frames = 1 + (link.dialect.replies() == Replies.ONE ? 0 : world.random.nextInt(4));
            world.time.after(world.random.nextInt(200), () -> work(request.address(), number + ' ' + me, 0, frames));
        } else if (command instanceof Disconnect && !hangs) {
            if (world.random.nextBoolean()) {
                link.breakDown();
            } else {
                world.time.after(world.random.nextInt(1000), this::readyAgain);
            }
        }
        command.release();
    }

    /** One part of a reply, or one report, and then the next. */
    private void work(Address address, String head, int frame, int frames) {
        if (link.isBroken() || hangs) {
            return;
        }
        if (frame == 0 && link.dialect.sharesConnections() && world.random.nextInt(10) == 0) {
            busyWith--;
            link.sendUp(new WorkerReturn(address));
            return;
        }
        boolean last = frame == frames - 1;
        boolean unmarked = link.dialect.replies() == Replies.UNMARKED;
        ReplyKind kind = unmarked ? ReplyKind.REPORT : last ? ReplyKind.FINAL : ReplyKind.PARTIAL;
        String text = head + ' ' + frame + (last ? " end" : "");
        link.sendUp(reply(address, kind, text));
        if (!last) {
            world.time.after(world.random.nextInt(100), () -> work(address, head, frame + 1, frames));
            return;
        }
        busyWith--;
        if (!unmarked && world.random.nextInt(60) == 0) {
            link.sendUp(reply(address, kind, text)); // once too often
        }
    }

    private WorkerReply reply(Address address, ReplyKind kind, String text) {
        byte[] octets = text.getBytes(UTF_8);
        ByteBuf frame = world.allocator.buffer(octets.length).writeBytes(octets);
        // libmdp knows REPORT only.
        return new WorkerReply(address, link.dialect.replies() == Replies.UNMARKED ? ReplyKind.REPORT : kind, Body.ofParts(frame));
    }
}
