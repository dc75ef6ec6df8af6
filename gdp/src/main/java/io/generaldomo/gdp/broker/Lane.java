package io.generaldomo.gdp.broker;

/** The requests of one client that wait for one service, in their order. Confined to the broker's event loop. */
final class Lane {
    final Chain<Request> requests = new Chain<>();

    /** The lane's place among those that take turns. */
    final Chain.Link<Lane> turn = new Chain.Link<>(this);
}
