package io.generaldomo.examples.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Somebody who goes over a course: who plays which role, and what is said to them.
 *
 * @param name for people, such as "ours"
 * @param course what is measured
 * @param cast a peer for each role of the course
 * @param setting what is said to all roles
 */
public record Contestant(String name, Course course, Map<Role, Peer> cast, Setting setting) {
    /**
     * All roles are played by one peer.
     *
     * @param peer plays them
     * @param course what is measured
     * @param setting what is said to all roles
     * @return a contestant that has the peer's name
     */
    public static Contestant of(Peer peer, Course course, Setting setting) {
        Map<Role, Peer> cast = new EnumMap<>(Role.class);
        course.roles().forEach(role -> cast.put(role, peer));
        return new Contestant(peer.name(), course, cast, setting);
    }

    /**
     * This contestant with another name and another peer in one role.
     *
     * @param newName for people
     * @param role what it plays
     * @param peer plays it
     * @return a new contestant
     */
    public Contestant with(String newName, Role role, Peer peer) {
        Map<Role, Peer> other = new EnumMap<>(cast);
        other.put(role, peer);
        return new Contestant(newName, course, other, setting);
    }

    /**
     * This contestant with another name.
     *
     * @param newName for people
     * @return a new contestant
     */
    public Contestant named(String newName) {
        return new Contestant(newName, course, cast, setting);
    }

    /**
     * This contestant with another setting.
     *
     * @param other what is said to all roles
     * @return a new contestant
     */
    public Contestant with(Setting other) {
        return new Contestant(name, course, cast, other);
    }

    /**
     * What to install before it can take part.
     *
     * @return names of programs and packages; empty if nothing is missing
     */
    public Optional<String> missing() {
        TreeSet<String> wanted = new TreeSet<>();
        cast.values().forEach(peer -> peer.missing().ifPresent(wanted::add));
        return wanted.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wanted));
    }

    /**
     * Whether everybody plays what is asked.
     *
     * @return false if one of them has no such socket, or dialect, or mechanism
     */
    public boolean plays() {
        return cast.entrySet().stream().allMatch(entry -> entry.getValue().plays(entry.getKey(), setting));
    }

    /** Whether one of its processes gets faster by running. */
    boolean warmsUp() {
        return cast.values().stream().anyMatch(Peer::warmsUp);
    }
}
