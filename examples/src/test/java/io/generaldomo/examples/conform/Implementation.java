package io.generaldomo.examples.conform;

import java.util.List;

/** An implementation of ZMTP, with sockets for the suite to run against. */
interface Implementation extends AutoCloseable {
    String name();

    /** Opens them; each is closed by the caller. */
    List<Subject> subjects();

    @Override
    void close();
}
