package de.buergerkiosk.central.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who calls from the Internet, as far as an address tells. */
public final class Caller {
    /** What one household gets of IPv6: with single addresses each of its machines had 2^64 tries. */
    private static final int HOUSEHOLD_BYTES = 8;

    private Caller() {}

    /**
     * One IPv4 address, or one household's network of IPv6.
     *
     * @param address as the web server gives it, numbers only
     */
    public static String at(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), HOUSEHOLD_BYTES))
                : address;
    }
}
