package io.generaldomo.gdp.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.generaldomo.gdp.ServiceName;
import io.generaldomo.gdp.protocol.Body;
import io.generaldomo.gdp.protocol.Command;
import io.generaldomo.gdp.protocol.Command.ClientReply;
import io.generaldomo.gdp.protocol.Command.ClientRequest;
import io.generaldomo.gdp.protocol.Dialect;
import io.generaldomo.gdp.protocol.ReplyKind;
import io.netty.buffer.ByteBuf;
import java.util.HashSet;
import java.util.Set;

/** Asks, reads or does not read, leaves, and comes again as another one. */
final class SimClient {
    private static final String[] MANAGEMENT = {"mmi.service", "mmi.services", "mmi.service.info", "mmi.workers", "mmi.broker", "mmi.other"};

    private final Simulation world;
    private final SimLink link;
    /** Of what is under way, where the dialect has such. */
    private final Set<Integer> tickets = new HashSet<>();

    SimClient(Simulation world, String name) {
        this.world = world;
        Dialect dialect = Dialect.values()[world.random.nextInt(Dialect.values().length)];
        this.link = world.connect(name, dialect, this::received, () -> world.time.after(world.random.nextInt(1000), () -> world.newClient()));
        act();
    }

    private void act() {
        if (link.isBroken() || world.isQuiet()) {
            return;
        }
        switch (world.random.nextInt(150)) {
            case 0 -> link.breakDown();
            case 1 -> link.stopReading(world.random.nextInt(2000));
            case 2 -> ask(MANAGEMENT[world.random.nextInt(MANAGEMENT.length)], world.service());
            default -> {
                for (int burst = world.random.nextInt(5) == 0 ? world.random.nextInt(6) : 1; burst > 0; burst--) {
                    String service = world.service();
                    ask(service, world.ledger.asked(link.peer, service));
                }
            }
        }
        world.time.after(world.random.nextInt(world.restMillis()), this::act);
    }

    private void received(Command command) {
        if (command instanceof ClientReply reply && link.dialect.sharesConnections()) {
            boolean known = reply.kind() == ReplyKind.FINAL ? tickets.remove(reply.ticket()) : tickets.contains(reply.ticket());
            world.ledger.check(known, "%s was sent a reply to a request that it has not under way", link.peer);
        }
        command.release();
    }

    private int ticket() {
        int ticket = world.random.nextInt();
        return tickets.add(ticket) ? ticket : ticket();
    }

    private void ask(String service, String text) {
        byte[] octets = text.getBytes(UTF_8);
        ByteBuf question = world.allocator.buffer(octets.length).writeBytes(octets);
        if (service.startsWith("mmi.")) {
            link.sendUp(new ClientRequest(ServiceName.of(service), ticket(), Body.ofParts(question)));
        } else {
            int padding = world.random.nextInt(20) == 0 ? world.random.nextInt(3000) : 0;
            ByteBuf filler = world.allocator.buffer(1 + padding).writeZero(padding);
            link.sendUp(new ClientRequest(ServiceName.of(service), ticket(), Body.ofParts(question, filler)));
        }
    }
}
