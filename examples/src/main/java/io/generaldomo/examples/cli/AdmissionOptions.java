package io.generaldomo.examples.cli;

import io.generaldomo.gdp.broker.AccessRules;
import io.generaldomo.gdp.broker.BrokerConfig;
import io.generaldomo.zmtp.CurveKeyPair;
import io.generaldomo.zmtp.ZmtpAuthenticator;
import io.generaldomo.zmtp.ZmtpSecurity;
import io.generaldomo.zmtp.authentication.AnyValidKey;
import io.generaldomo.zmtp.authentication.AuthorizedKeys;
import io.generaldomo.zmtp.transport.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may connect to a broker, and what they may do there. */
final class AdmissionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--curve",
            paramLabel = "FILE",
            converter = KeyPairFile.class,
            description = "Encrypt with the broker's own keys, made by generaldomo keygen. Needs --authorized-keys or --any-key.")
    private @Nullable CurveKeyPair own;

    @Option(
            names = "--authorized-keys",
            paramLabel = "DIR",
            description = "Let in the users whose public keys are in this directory, each in a file that bears the user's name. Changes count at once.")
    private @Nullable Path authorizedKeys;

    @Option(names = "--any-key", description = "Let in everybody who has a key, whichever it is; the key is the name of the user.")
    private boolean anyKey;

    @Option(
            names = "--allow",
            paramLabel = "RULE",
            converter = AccessRule.Converter.class,
            description = "What users may do: 'USER requests SERVICE...' or 'USER serves SERVICE...'; may be given several times. USER * is everybody let in; "
                    + "SERVICE may be name.* or *, and the broker's own are mmi.*. What no rule allows is refused.")
    private List<AccessRule> rules = List.of();

    @Option(names = "--allow-all", description = "Everybody who is let in may do everything.")
    private boolean allowAll;

    @Option(names = "--insecure", description = "Accept everybody from other machines too, without --curve.")
    private boolean insecure;

    /** Checks what was asked for, and makes the broker do it. */
    BrokerConfig applyTo(BrokerConfig config, List<Endpoint> addresses, Console console) {
        if (own == null) {
            requireNoRules();
            addresses.forEach(this::requireLoopback);
            return config;
        }
        if (!rules.isEmpty() && allowAll) {
            throw mistake("either --allow or --allow-all");
        }
        BrokerConfig secured = config.withSecurity(new ZmtpSecurity.CurveServer(own, authenticator()));
        if (allowAll) {
            return secured.withAccess(AccessRules.ALLOW_ALL);
        }
        if (rules.isEmpty()) {
            console.note("nobody may request or serve anything: --allow 'USER requests SERVICE' and --allow 'USER serves SERVICE' change that, or --allow-all");
        }
        AccessRules access = AccessRules.DENY_ALL;
        for (AccessRule rule : rules) {
            access = rule.addTo(access);
        }
        return secured.withAccess(access);
    }

    /** What people should know of it, behind what else is told of the broker. */
    String told() {
        return own == null ? "" : ", CURVE";
    }

    private void requireNoRules() {
        if (authorizedKeys != null || anyKey || allowAll || !rules.isEmpty()) {
            throw mistake("without --curve FILE, the broker's own keys, nobody shows who they are, and there is nothing to go by");
        }
    }

    private ZmtpAuthenticator authenticator() {
        if (anyKey == (authorizedKeys != null)) {
            throw mistake("--curve needs either --authorized-keys DIR, with the public keys of those who may connect, or --any-key");
        }
        if (authorizedKeys == null) {
            return new AnyValidKey();
        }
        if (!Files.isDirectory(authorizedKeys)) {
            throw mistake("there is no directory " + authorizedKeys);
        }
        return AuthorizedKeys.in(authorizedKeys);
    }

    private void requireLoopback(Endpoint address) {
        if (!insecure && isPublic(address.host())) {
            throw mistake("other machines reach " + address + ", and nobody there would have to show who they are: "
                    + "--curve FILE --authorized-keys DIR asks them, --insecure lets everybody in");
        }
    }

    private static boolean isPublic(String host) {
        try {
            return host.equals("*") || !Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false; // It cannot be bound, which says why.
        }
    }

    private ParameterException mistake(String what) {
        return new ParameterException(command.commandLine(), what);
    }
}
