package io.generaldomo.examples.cli;

import io.generaldomo.examples.sniff.StreamEndpoint;
import io.generaldomo.zmtp.transport.Endpoint;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** For commands that look at the octets of a connection themselves. Stateless. */
final class StreamOnly {
    private StreamOnly() {}

    static StreamEndpoint require(CommandSpec command, Endpoint address) {
        try {
            return new StreamEndpoint(address);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
