package io.generaldomo.gdp.broker;

import io.generaldomo.gdp.ServiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some services, by their names and by what their names begin with. Immutable and thread-safe.
 *
 * @param names whole names
 * @param prefixes beginnings of names, with the dot at the end
 * @param others whether all services match but the broker's own
 */
record ServicePatterns(Set<ServiceName> names, List<ServiceName> prefixes, boolean others) {
    static final ServicePatterns NONE = new ServicePatterns(Set.of(), List.of(), false);

    private static final String WILDCARD = "*";

    /** These, and those of a name, {@code name.*} or {@code *}. */
    ServicePatterns with(String pattern) {
        if (pattern.equals(WILDCARD)) {
            return new ServicePatterns(names, prefixes, true);
        }
        if (!pattern.endsWith(WILDCARD)) {
            Set<ServiceName> extended = new HashSet<>(names);
            extended.add(ServiceName.of(pattern));
            return new ServicePatterns(Set.copyOf(extended), prefixes, others);
        }
        String prefix = pattern.substring(0, pattern.length() - WILDCARD.length());
        if (prefix.length() < 2 || !prefix.endsWith(".")) {
            // Or "print*" would match "printer", and whoever wrote it may not have thought of that.
            throw new IllegalArgumentException("services are a name, the beginning of names as in name.*, or *");
        }
        List<ServiceName> extended = new ArrayList<>(prefixes);
        extended.add(ServiceName.of(prefix));
        return new ServicePatterns(names, List.copyOf(extended), others);
    }

    boolean match(ServiceName service) {
        if (others && !service.isInternal() || names.contains(service)) {
            return true;
        }
        for (int i = 0; i < prefixes.size(); i++) {
            if (service.startsWith(prefixes.get(i))) {
                return true;
            }
        }
        return false;
    }
}
