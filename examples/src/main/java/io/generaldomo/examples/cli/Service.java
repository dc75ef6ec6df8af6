package io.generaldomo.examples.cli;

import io.generaldomo.gdp.ServiceName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a service. Stateless. */
final class Service implements ITypeConverter<ServiceName> {
    @Override
    public ServiceName convert(String text) {
        try {
            return ServiceName.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
