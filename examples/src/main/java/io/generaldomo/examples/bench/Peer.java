package io.generaldomo.examples.bench;

import java.util.List;
import java.util.Optional;

/**
 * One of those who are measured: ourselves, or an implementation that we compare with. Says how to start its roles; what is said to them then, and what
 * they answer, stands in the {@linkplain io.generaldomo.examples.bench package's description}. Stateless as far as others see; used by one thread.
 */
public interface Peer {
    /**
     * What people call it.
     *
     * @return a word, as {@code --peer} takes it
     */
    String name();

    /**
     * Why it cannot be had on this machine.
     *
     * @return what to install, such as "gcc and libzmq3-dev"; empty if it can be started
     */
    Optional<String> missing();

    /**
     * Whether it can do a thing at all.
     *
     * @param role what
     * @param setting how; the values of the keys of the package's description
     * @return false if its part of a comparison is left out
     */
    boolean plays(Role role, Setting setting);

    /**
     * The program for a role. It may prepare it, compile it for instance, when it is asked first.
     *
     * @param role one that it plays
     * @return program and first arguments; the role and its keys are added
     * @throws PeerException if it cannot be prepared
     */
    List<String> program(Role role);

    /**
     * Whether it is compiled while it runs and gets faster by that, which takes some seconds.
     *
     * @return true for what runs on the JVM
     */
    default boolean warmsUp() {
        return false;
    }
}
