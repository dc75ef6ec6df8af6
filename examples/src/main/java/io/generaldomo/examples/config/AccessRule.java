package io.generaldomo.examples.config;

import io.generaldomo.gdp.broker.AccessRules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one user may do.
 *
 * @param user who, or {@code *}
 * @param verb what to do with the services
 * @param services which, as names, {@code name.*} or {@code *}
 */
public record AccessRule(String user, Verb verb, List<String> services) {
    private static final Pattern SENTENCE = Pattern.compile("(\\S.*?)\\s+(requests|serves)\\s+(\\S.*)");

    /** What users do with services. */
    public enum Verb {
        /** Ask for them. */
        REQUESTS,
        /** Work for them. */
        SERVES
    }

    AccessRules addTo(AccessRules rules) {
        String[] all = services.toArray(String[]::new);
        return switch (verb) {
            case REQUESTS -> rules.allowRequests(user, all);
            case SERVES -> rules.allowServing(user, all);
        };
    }

    /** Reads {@code USER requests SERVICE…} and {@code USER serves SERVICE…}. */
    static AccessRule parse(String text) {
        Matcher sentence = SENTENCE.matcher(text.strip());
        if (!sentence.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not 'USER requests SERVICE' or 'USER serves SERVICE', where * is every user or service");
        }
        Verb verb = sentence.group(2).equals("requests") ? Verb.REQUESTS : Verb.SERVES;
        AccessRule rule = new AccessRule(sentence.group(1), verb, List.of(sentence.group(3).split("\\s+")));
        try {
            rule.addTo(AccessRules.DENY_ALL);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage());
        }
        return rule;
    }
}
