package io.generaldomo.zmtp.socket;

/** Which socket of a {@link Pair} is bound. */
enum Binding {
    FIRST_BINDS,
    SECOND_BINDS
}
