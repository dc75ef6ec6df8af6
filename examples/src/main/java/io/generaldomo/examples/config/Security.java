package io.generaldomo.examples.config;

import static io.generaldomo.examples.config.Settings.*;

import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.authentication.AnyValidKey;
import io.generaldomo.zmtp.authentication.AuthorizedKeys;
import io.generaldomo.zmtp.authentication.PasswordFile;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may connect to a broker, and what they may do there, as far as the settings agree. For one thread. */
final class Security {
    private final Configuration settings;
    private final List<Mistake> mistakes;
    private final List<String> notes = new ArrayList<>();
    private final Optional<CurveKeyPair> own;

    Security(Configuration settings, List<Mistake> mistakes) {
        this.settings = settings;
        this.mistakes = mistakes;
        this.own = settings.find(CURVE).or(() -> settings.find(SECRET_KEY));
        if (own.isPresent()) {
            checkCurve();
        } else {
            checkWithoutCurve();
        }
        checkRules();
        checkEndpoints();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Optional<String> mechanism() {
        if (own.isPresent()) {
            return Optional.of("CURVE");
        }
        return settings.find(PLAIN_USERS).map(file -> "PLAIN");
    }

    BrokerConfig applyTo(BrokerConfig config) {
        return mechanism().isEmpty() ? config : config.withSecurity(security()).withAccess(access());
    }

    private ZmtpSecurity security() {
        if (own.isPresent()) {
            ZmtpAuthenticator whoMay = settings.find(AUTHORIZED_KEYS).<ZmtpAuthenticator>map(AuthorizedKeys::in).orElseGet(AnyValidKey::new);
            return new ZmtpSecurity.CurveServer(own.get(), whoMay);
        }
        return new ZmtpSecurity.PlainServer(PasswordFile.at(settings.get(PLAIN_USERS)));
    }

    private AccessRules access() {
        if (settings.get(ALLOW_ALL)) {
            return AccessRules.ALLOW_ALL;
        }
        AccessRules access = AccessRules.DENY_ALL;
        for (AccessRule rule : settings.all(RULES)) {
            access = rule.addTo(access);
        }
        return access;
    }

    private void checkCurve() {
        Setting<?> told = settings.find(CURVE).isPresent() ? CURVE : SECRET_KEY;
        if (told == CURVE && settings.find(SECRET_KEY).isPresent()) {
            mistake(SECRET_KEY, "the broker has one key; either " + call(CURVE) + " or " + call(SECRET_KEY));
        }
        if (settings.find(PLAIN_USERS).isPresent()) {
            mistake(PLAIN_USERS, "peers show a key or a password; either " + call(told) + " or " + call(PLAIN_USERS));
        } else if (settings.get(ANY_KEY) == settings.find(AUTHORIZED_KEYS).isPresent()) {
            mistake(told, "it has to be said whose keys are let in; it needs either " + call(AUTHORIZED_KEYS)
                    + " DIR, with the public keys of those who may connect, or " + call(ANY_KEY));
        }
    }

    private void checkWithoutCurve() {
        for (Setting<?> ofCurve : List.of(AUTHORIZED_KEYS, ANY_KEY)) {
            if (ofCurve == ANY_KEY ? settings.get(ANY_KEY) : settings.find(ofCurve).isPresent()) {
                mistake(ofCurve, "nobody shows keys to this broker; " + call(AUTHORIZED_KEYS) + " and " + call(ANY_KEY) + " need " + call(CURVE)
                        + " FILE, the broker's own keys");
            }
        }
    }

    private void checkRules() {
        boolean asks = mechanism().isPresent();
        boolean allowAll = settings.get(ALLOW_ALL);
        boolean rules = !settings.all(RULES).isEmpty();
        if (!asks && (allowAll || rules)) {
            mistake(allowAll ? ALLOW_ALL : RULES, "without " + call(CURVE) + " FILE or " + call(PLAIN_USERS)
                    + " FILE nobody shows who they are, and rules have nothing to go by; add one of these, or take out the rules");
        } else if (allowAll && rules) {
            mistake(ALLOW_ALL, "with it, no rule matters; either " + call(RULES) + " or " + call(ALLOW_ALL));
        } else if (asks && !allowAll && !rules) {
            notes.add("nobody may request or serve anything: " + call(RULES) + " 'USER requests SERVICE' and 'USER serves SERVICE' change that, or "
                    + call(ALLOW_ALL));
        }
    }

    private void checkEndpoints() {
        for (BoundEndpoint endpoint : settings.all(ENDPOINTS)) {
            if (own.isEmpty() && isPublic(endpoint.address().host())) {
                checkPublic(endpoint);
            }
        }
    }

    private void checkPublic(BoundEndpoint endpoint) {
        Endpoint address = endpoint.address();
        if (mechanism().isPresent()) {
            if (!endpoint.isOverTls()) {
                notes.add("whoever is on the way to " + address + " can read the passwords and all else; " + call(CURVE) + " FILE encrypts");
            }
        } else if (!settings.get(INSECURE) && !(endpoint.isOverTls() && settings.find(TLS_TRUST).isPresent())) {
            String certificates = endpoint.isOverTls() ? ", or " + call(TLS_TRUST) + " FILE" : "";
            mistake(ENDPOINTS, "other machines reach " + address + ", and nobody there would have to show who they are; " + call(CURVE) + " FILE and "
                    + call(AUTHORIZED_KEYS) + " DIR, or " + call(PLAIN_USERS) + " FILE" + certificates + ", ask them, " + call(INSECURE)
                    + " lets everybody in");
        }
    }

    private static boolean isPublic(String host) {
        try {
            return host.equals("*") || !Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false; // It cannot be bound, which says why.
        }
    }

    private String call(Setting<?> setting) {
        return settings.call(setting);
    }

    private void mistake(Setting<?> setting, String what) {
        mistakes.add(settings.mistake(setting, what));
    }
}
