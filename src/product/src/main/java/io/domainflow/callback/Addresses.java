package io.domainflow.callback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Decides which addresses belong to the public internet. All others may be our own network, the
 * machine itself, or the cloud's service that hands out credentials.
 */
final class Addresses {

  private static final List<IpAddressMatcher> CLOSED =
      ranges(
          // «this» network, the machine itself
          "0.0.0.0/8",
          "127.0.0.0/8",
          // private, shared by a carrier, link-local (and with it the cloud's metadata)
          "10.0.0.0/8",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          // a cloud's own services under a public address
          "168.63.129.16/32",
          // protocols, documentation, relays, benchmarks
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          // multicast, reserved, broadcast
          "224.0.0.0/4",
          "240.0.0.0/4",
          // protocols (Teredo among them, which hides an address), documentation
          "2001::/23",
          "2001:db8::/32",
          "3fff::/20");

  private static final List<IpAddressMatcher> OPEN_IPV6 = ranges("2000::/3");
  private static final List<IpAddressMatcher> TRANSLATED = ranges("64:ff9b::/96");
  private static final List<IpAddressMatcher> SIX_TO_FOUR = ranges("2002::/16");

  // Whatever some part of a system may read as an IPv4 address: its last label is a number.
  private static final Pattern NUMERIC =
      Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?", Pattern.DOTALL);
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private Addresses() {}

  /** Whether an address belongs to the public internet. */
  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return !in(CLOSED, address);
    }
    byte[] bytes = address.getAddress();
    if (in(TRANSLATED, address)) {
      return isPublicIpv4(bytes, 12);
    }
    if (in(SIX_TO_FOUR, address) && !isPublicIpv4(bytes, 2)) {
      return false;
    }
    if (hidesIpv4InItsEnd(bytes) && !isPublicIpv4(bytes, 12)) {
      return false;
    }
    return in(OPEN_IPV6, address) && !in(CLOSED, address);
  }

  /** Whether a host is written as a number in any form other than four decimals. */
  static boolean isOddlyWritten(String host) {
    return NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches();
  }

  /** Whether a host is an address and not a name. */
  static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || DOTTED_QUAD.matcher(host).matches();
  }

  // The form of tunnels inside a site: ...:0:5efe:a.b.c.d
  private static boolean hidesIpv4InItsEnd(byte[] bytes) {
    return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 255) == 0xfe;
  }

  private static boolean isPublicIpv4(byte[] bytes, int from) {
    try {
      return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean in(List<IpAddressMatcher> ranges, InetAddress address) {
    String text = withoutScope(address.getHostAddress());
    return ranges.stream().anyMatch(range -> range.matches(text));
  }

  // Removes the interface from a link-local address, because it is a name that would be looked up.
  private static String withoutScope(String address) {
    int scope = address.indexOf('%');
    return scope < 0 ? address : address.substring(0, scope);
  }

  private static List<IpAddressMatcher> ranges(String... texts) {
    return Arrays.stream(texts).map(IpAddressMatcher::new).toList();
  }
}
