package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.Scheme;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address that one connects to. Stateless. */
final class BrokerAddress implements ITypeConverter<Endpoint> {
    @Override
    public Endpoint convert(String text) {
        try {
            Endpoint address = Endpoint.parse(text).requireConnectable();
            if (address.scheme() == Scheme.INPROC) {
                throw new IllegalArgumentException("no other process can be reached at '" + address + "'");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
