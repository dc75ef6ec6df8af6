package io.generaldomo.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A peer that runs on the JVM: this one's program and class path, and a main class of its own.
 *
 * @param name what people call it
 * @param library name of its library, of which a class is needed; empty for ours
 * @param libraryClass a class of that library
 * @param mainClass where its processes begin
 * @param repertoire what it plays
 */
record JvmPeer(String name, String library, String libraryClass, String mainClass, BiPredicate<Role, Setting> repertoire) implements Peer {
    @Override
    public Optional<String> missing() {
        return Jvm.hasClass(libraryClass) ? Optional.empty() : Optional.of(library + " (start bin/generaldomo, which has it)");
    }

    @Override
    public boolean plays(Role role, Setting setting) {
        return repertoire.test(role, setting);
    }

    @Override
    public List<String> program(Role role) {
        List<String> command = new ArrayList<>(Jvm.command());
        command.add(mainClass);
        return command;
    }

    @Override
    public boolean warmsUp() {
        return true;
    }
}
