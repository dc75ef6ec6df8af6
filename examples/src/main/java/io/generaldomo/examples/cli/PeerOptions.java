package io.generaldomo.examples.cli;

import io.generaldomo.gdp.ConnectionConfig;
import io.generaldomo.gdp.MajordomoDialect;
import io.generaldomo.zmtp.SocketType;
import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.TransportOptions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a client or a worker reaches its broker: {@code -a}, {@code -s}, {@code --dialect}, its {@linkplain CredentialOptions credentials}, TLS and proxy. */
final class PeerOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-a", "--address"},
            paramLabel = "ADDRESS",
            converter = BrokerAddress.class,
            defaultValue = "tcp://127.0.0.1:5555",
            description = "Where the broker is: tcp://HOST:PORT, ipc://PATH, or over ws, wss or tls+tcp, as ws://HOST:PORT (default: ${DEFAULT-VALUE}).")
    private Endpoint address;

    @Option(
            names = {"-s", "--socket"},
            paramLabel = "client|dealer",
            converter = Kind.Converter.class,
            description = "Speak GDP from a CLIENT socket, or MDP 0.1 from a DEALER socket (default: client).")
    private @Nullable Kind socket;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            converter = Spoken.Converter.class,
            description = "Speak another dialect: mdp01, mdp02, zproto, mdp0x over DEALER; gdp, gdp-le32, gdp-be32, gdp02, gdp03 over CLIENT.")
    private @Nullable Spoken dialect;

    @Mixin
    private CredentialOptions credentials;

    @Mixin
    private TlsOptions tls;

    @Mixin
    private ProxyOption proxy;

    /** The kinds of socket, and what is spoken over each if nothing else is said. */
    enum Kind {
        CLIENT(SocketType.CLIENT, Spoken.GDP),
        DEALER(SocketType.DEALER, Spoken.MDP01);

        private final SocketType type;
        private final Spoken usually;

        Kind(SocketType type, Spoken usually) {
            this.type = type;
            this.usually = usually;
        }

        private static final class Converter extends Choice<Kind> {
            private Converter() {
                super(Kind.class);
            }
        }
    }

    /** The dialects by their names on the command line. */
    enum Spoken {
        MDP01(MajordomoDialect.MDP_01),
        MDP02(MajordomoDialect.MDP_02),
        ZPROTO(MajordomoDialect.MDP_02_ZPROTO),
        MDP0X(MajordomoDialect.MDP_0X),
        GDP(MajordomoDialect.GDP),
        GDP_LE32(MajordomoDialect.GDP_LE32),
        GDP_BE32(MajordomoDialect.GDP_BE32),
        GDP02(MajordomoDialect.GDP_02),
        GDP03(MajordomoDialect.GDP_03);

        private final MajordomoDialect dialect;

        Spoken(MajordomoDialect dialect) {
            this.dialect = dialect;
        }

        private Kind kind() {
            return Arrays.stream(Kind.values()).filter(kind -> kind.type == dialect.socketType()).findFirst().orElseThrow();
        }

        static final class Converter extends Choice<Spoken> {
            private Converter() {
                super(Spoken.class);
            }
        }
    }

    Endpoint address() {
        return address;
    }

    /** What is spoken and over what, for people. */
    String manner() {
        Spoken spoken = spoken();
        String kind = Choice.word(spoken.kind());
        String spokenOver = spoken == spoken.kind().usually ? kind : kind + ", " + Choice.word(spoken);
        return spokenOver + credentials.told();
    }

    ConnectionConfig connection() {
        return connectionTo(address);
    }

    /** The same to another address. */
    ConnectionConfig connectionTo(Endpoint broker) {
        return ConnectionConfig.to(broker.toString())
                .withDialect(spoken().dialect)
                .withSecurity(credentials.security(command))
                .withTransport(proxy.addTo(TransportOptions.DEFAULT.withTls(tls.files()), broker, command));
    }

    private Spoken spoken() {
        if (dialect == null) {
            return (socket == null ? Kind.CLIENT : socket).usually;
        }
        if (socket != null && socket != dialect.kind()) {
            throw new ParameterException(command.commandLine(), "--dialect " + Choice.word(dialect) + " is spoken over a "
                    + Choice.word(dialect.kind()) + " socket, not over -s " + Choice.word(socket));
        }
        return dialect;
    }
}
