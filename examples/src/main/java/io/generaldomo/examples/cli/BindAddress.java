package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.Endpoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address that one binds. Stateless. */
final class BindAddress implements ITypeConverter<Endpoint> {
    @Override
    public Endpoint convert(String text) {
        try {
            return Endpoint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
