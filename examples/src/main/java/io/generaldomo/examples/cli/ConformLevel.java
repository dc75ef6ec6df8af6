package io.generaldomo.examples.cli;

import io.generaldomo.spec.conformance.Level;

/** Reads a level of the conformance kit. Stateless. */
final class ConformLevel extends Choice<Level> {
    ConformLevel() {
        super(Level.class);
    }
}
