package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which user may request which service, and who may serve it. What no rule allows is refused; there are no rules that forbid.
 *
 * <p>A user is the {@link io.generaldomo.zmtp.ZmtpUser#id() id} that the broker's authenticator gave the peer, or {@value #EVERYBODY} for every
 * peer that was let in. Services are a name such as {@code printer}, {@code printer.*} for all names that begin with {@code printer.}, or
 * {@code *} for all. The broker's own services, those of {@code mmi.}, are not among all: they need a permission that begins with {@code mmi.},
 * such as {@code mmi.service} or {@code mmi.*}.
 *
 * <p>Immutable and thread-safe; every {@code allow} method returns a copy.
 *
 * @see BrokerConfig#withAccess(AccessRules)
 */
public final class AccessRules {
    /** Stands for every peer that was let in. */
    public static final String EVERYBODY = "*";

    /** Nobody may request or serve anything. To begin with, and what holds if a broker has an authenticator and no rules. */
    public static final AccessRules DENY_ALL = new AccessRules(Map.of(), Map.of());

    /** Every peer that was let in may request and serve everything, and ask the broker's own services. */
    public static final AccessRules ALLOW_ALL =
            DENY_ALL.allowRequests(EVERYBODY, "*", "mmi.*").allowServing(EVERYBODY, "*");

    private final Map<String, ServicePatterns> requests;
    private final Map<String, ServicePatterns> serving;

    private AccessRules(Map<String, ServicePatterns> requests, Map<String, ServicePatterns> serving) {
        this.requests = requests;
        this.serving = serving;
    }

    /**
     * These rules, and a user may request some services.
     *
     * @param user who, or {@value #EVERYBODY}
     * @param services what, as names, {@code name.*} or {@code *}
     * @return new rules
     * @throws IllegalArgumentException if one is no name and none of these patterns
     */
    public AccessRules allowRequests(String user, String... services) {
        return new AccessRules(with(requests, user, services), serving);
    }

    /**
     * These rules, and a user may serve some services.
     *
     * @param user who, or {@value #EVERYBODY}
     * @param services what, as names, {@code name.*} or {@code *}
     * @return new rules
     * @throws IllegalArgumentException if one is no name and none of these patterns
     */
    public AccessRules allowServing(String user, String... services) {
        return new AccessRules(requests, with(serving, user, services));
    }

    private static Map<String, ServicePatterns> with(Map<String, ServicePatterns> rules, String user, String... services) {
        Map<String, ServicePatterns> extended = new HashMap<>(rules);
        ServicePatterns patterns = extended.getOrDefault(user, ServicePatterns.NONE);
        for (String service : services) {
            patterns = patterns.with(service);
        }
        extended.put(user, patterns);
        return Map.copyOf(extended);
    }

    /**
     * Whether a request is let through.
     *
     * @param user who asks; empty if the broker did not find out who its peers are
     * @param service what it asks for, one of the broker's own services perhaps
     * @return true if a rule allows it
     */
    public boolean mayRequest(Optional<String> user, ServiceName service) {
        return allows(requests, user, service);
    }

    /**
     * Whether a worker is taken.
     *
     * @param user whose it is; empty if the broker did not find out who its peers are
     * @param service what it offers
     * @return true if a rule allows it
     */
    public boolean mayServe(Optional<String> user, ServiceName service) {
        return allows(serving, user, service);
    }

    private static boolean allows(Map<String, ServicePatterns> rules, Optional<String> user, ServiceName service) {
        ServicePatterns all = rules.get(EVERYBODY);
        if (all != null && all.match(service)) {
            return true;
        }
        ServicePatterns own = user.isPresent() ? rules.get(user.get()) : null;
        return own != null && own.match(service);
    }

    /** Who may do what. */
    @Override
    public String toString() {
        return "AccessRules[requests " + requests + ", serving " + serving + ']';
    }
}
