package io.generaldomo.examples.cli;

import io.generaldomo.zmtp.transport.Endpoint;
import io.generaldomo.zmtp.transport.ProxyServer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a proxy. A password has no place in it: every user of a machine can read its command lines. Stateless. */
final class ProxyAddress implements ITypeConverter<ProxyServer> {
    private static final Pattern FORM = Pattern.compile("(socks5|http)://([^@;/]+)/?");

    @Override
    public ProxyServer convert(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            try {
                Endpoint address = Endpoint.parse("tcp://" + form.group(2)).requireConnectable();
                return ProxyServer.of(ProxyServer.Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT)), address.host(), address.port());
            } catch (IllegalArgumentException notAnAddress) {
                // said below
            }
        }
        throw new TypeConversionException("'" + text + "' is not socks5://HOST:PORT or http://HOST:PORT");
    }
}
