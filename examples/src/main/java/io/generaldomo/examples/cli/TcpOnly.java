package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** For commands that look at the octets of a TCP connection themselves. Stateless. */
final class TcpOnly {
    private TcpOnly() {}

    static void require(CommandSpec command, Endpoint address) {
        if (address.scheme() != Scheme.TCP) {
            throw new ParameterException(command.commandLine(), address + ": only tcp:// can be looked at here");
        }
    }
}
