package io.generaldomo.examples.cli;

import io.generaldomo.gdp.ServiceName;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of one of the broker's own services, with or without its {@code mmi.} in front. Stateless. */
final class ManagementName implements ITypeConverter<ServiceName> {
    private static final String PREFIX = "mmi.";

    @Override
    public ServiceName convert(String text) {
        return new Service().convert(text.startsWith(PREFIX) ? text : PREFIX + text);
    }
}
