package io.generaldomo.zmtp.wire;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of UDP as text, as the first part of a DGRAM's messages has it: {@code 192.0.2.7:5555}, {@code [2001:db8::7]:5555}. No names: nobody looks
 * one up for each message.
 */
public final class PeerAddress {
    private static final Pattern FORM = Pattern.compile("(?:([\\d.]+)|\\[([\\w.:%]+)]):(\\d{1,5})\0?");
    private static final int MOST_PORT = 65_535;

    private PeerAddress() {}

    /**
     * Reads an address.
     *
     * @param text as above; libzmq's have a zero octet behind them, and may
     * @return the address; empty if the text is none
     */
    public static Optional<InetSocketAddress> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        int port = Integer.parseInt(matcher.group(3));
        if (port == 0 || port > MOST_PORT || !(NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException noSuchInterface) {
            return Optional.empty(); // what stands behind a percent sign
        }
    }

    /**
     * Writes an address.
     *
     * @param address a resolved one
     * @return text that {@link #read} takes
     */
    public static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? '[' + host + ']' : host) + ':' + address.getPort();
    }
}
