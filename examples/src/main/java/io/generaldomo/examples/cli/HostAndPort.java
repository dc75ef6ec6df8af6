package io.generaldomo.examples.cli;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT}, where an IPv6 address stands in brackets. Stateless. */
final class HostAndPort implements ITypeConverter<InetSocketAddress> {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    @Override
    public InetSocketAddress convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(3)) > LAST_PORT) {
            throw new TypeConversionException("'" + text + "' is not HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080");
        }
        return new InetSocketAddress(form.group(1) == null ? form.group(2) : form.group(1), Integer.parseInt(form.group(3)));
    }

    static String text(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
