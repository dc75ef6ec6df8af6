package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.Endpoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address that one connects to. Stateless. */
final class BrokerAddress implements ITypeConverter<Endpoint> {
    @Override
    public Endpoint convert(String text) {
        try {
            return Endpoint.parse(text).requireConnectable();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
