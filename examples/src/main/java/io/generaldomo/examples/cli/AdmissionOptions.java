package io.generaldomo.examples.cli;

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
            names = "--plain-users",
            paramLabel = "FILE",
            description = "Ask for a name and a password instead, without encryption; generaldomo passwd writes the file. Changes count at once.")
    private @Nullable Path plainUsers;

    @Option(
            names = "--allow",
            paramLabel = "RULE",
            converter = AccessRule.Converter.class,
            description = "What users may do: 'USER requests SERVICE...' or 'USER serves SERVICE...'; may be given several times. USER * is everybody let in; "
                    + "SERVICE may be name.* or *, and the broker's own are mmi.*. What no rule allows is refused.")
    private List<AccessRule> rules = List.of();

    @Option(names = "--allow-all", description = "Everybody who is let in may do everything.")
    private boolean allowAll;

    @Option(names = "--insecure", description = "Accept everybody from other machines too, without --curve or --plain-users.")
    private boolean insecure;

    /** Checks what was asked for, and makes the broker do it. */
    BrokerConfig applyTo(BrokerConfig config, List<Endpoint> addresses, Console console) {
        ZmtpSecurity security = security();
        if (security == ZmtpSecurity.NONE) {
            requireNoRules();
            addresses.forEach(this::requireLoopback);
            return config;
        }
        if (own == null) {
            addresses.stream().filter(address -> isPublic(address.host())).forEach(address -> console.note(
                    "whoever is on the way to " + address + " can read the passwords and all else; --curve FILE encrypts"));
        }
        return config.withSecurity(security).withAccess(access(console));
    }

    /** What people should know of it, behind what else is told of the broker. */
    String told() {
        if (own != null) {
            return ", CURVE";
        }
        return plainUsers == null ? "" : ", PLAIN";
    }

    private ZmtpSecurity security() {
        if (own != null) {
            return new ZmtpSecurity.CurveServer(own, authenticator());
        }
        if (authorizedKeys != null || anyKey) {
            throw mistake("--authorized-keys and --any-key need --curve FILE, the broker's own keys");
        }
        if (plainUsers == null) {
            return ZmtpSecurity.NONE;
        }
        if (!Files.isReadable(plainUsers) || Files.isDirectory(plainUsers)) {
            throw mistake("there is no file " + plainUsers + " that can be read; generaldomo passwd " + plainUsers + " USER makes one");
        }
        return new ZmtpSecurity.PlainServer(PasswordFile.at(plainUsers));
    }

    private AccessRules access(Console console) {
        if (!rules.isEmpty() && allowAll) {
            throw mistake("either --allow or --allow-all");
        }
        if (allowAll) {
            return AccessRules.ALLOW_ALL;
        }
        if (rules.isEmpty()) {
            console.note("nobody may request or serve anything: --allow 'USER requests SERVICE' and --allow 'USER serves SERVICE' change that, or --allow-all");
        }
        AccessRules access = AccessRules.DENY_ALL;
        for (AccessRule rule : rules) {
            access = rule.addTo(access);
        }
        return access;
    }

    private void requireNoRules() {
        if (allowAll || !rules.isEmpty()) {
            throw mistake("without --curve FILE or --plain-users FILE nobody shows who they are, and rules have nothing to go by");
        }
    }

    private ZmtpAuthenticator authenticator() {
        if (plainUsers != null) {
            throw mistake("either --curve or --plain-users");
        }
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
                    + "--curve FILE --authorized-keys DIR or --plain-users FILE asks them, --insecure lets everybody in");
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
