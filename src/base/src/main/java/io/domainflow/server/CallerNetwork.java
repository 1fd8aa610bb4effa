package io.domainflow.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What counts as one caller for limits: an IPv4 address, or the network of an IPv6 address, whose
 * holder has all of its addresses.
 */
public final class CallerNetwork {

  /** RFC 4291, section 2.5.4: the network is the first half, and is what a site is given. */
  private static final int BYTES_OF_NETWORK = 8;

  private static final int BYTES_OF_IPV6 = 16;

  private CallerNetwork() {}

  /**
   * The network of an address.
   *
   * @param address as the server states it, such as {@code 192.0.2.1} or {@code 2001:db8::1}
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      // with a colon it is no name, so nobody is asked for it
      byte[] bytes = InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
      if (bytes.length == BYTES_OF_IPV6) {
        Arrays.fill(bytes, BYTES_OF_NETWORK, BYTES_OF_IPV6, (byte) 0);
      }
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
