package io.domainflow.callback;

import io.domainflow.model.InvalidValue;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Decides where webhooks may go: over HTTPS to anywhere on the public internet, and nowhere else,
 * so that nobody can use us to reach what they cannot reach themselves.
 */
@Component
@EnableConfigurationProperties(WebhookProperties.class)
public class Targets {

  /** Longest address, in characters. */
  public static final int LONGEST = 2_000;

  private static final String UNLESS_ALLOWED =
      ", unless the setting domainflow.webhooks.allowed-targets lists its host and port";

  private final Set<String> allowed;
  private final NameLookup names;

  Targets(WebhookProperties properties, NameLookup names) {
    this.allowed =
        properties.allowedTargets().stream()
            .map(target -> target.toLowerCase(Locale.ROOT))
            .map(Targets::ofThisMachine)
            .collect(Collectors.toUnmodifiableSet());
    this.names = names;
  }

  /**
   * Checks the address alone, without a lookup.
   *
   * @return the unchanged address
   * @throws InvalidValue if a webhook may not go there
   */
  public String check(String url) {
    URI target = parse(url);
    String host = host(target);
    if (isAllowed(host, port(target))) {
      return url;
    }
    if (!target.getScheme().equalsIgnoreCase("https")) {
      throw new InvalidValue("must begin with https://" + UNLESS_ALLOWED);
    }
    if (Addresses.isOddlyWritten(host)) {
      throw new InvalidValue("must not have an address for a host that is written unusually");
    }
    if (host.equals("localhost") || host.endsWith(".localhost") || isClosedLiteral(host)) {
      throw new InvalidValue("must lead to the public internet" + UNLESS_ALLOWED);
    }
    return url;
  }

  /**
   * The addresses of a host; connections to all of them are allowed.
   *
   * @throws TargetRefused if one of them is not allowed
   * @throws UnknownHostException if there is no such host
   */
  InetAddress[] addresses(String host, int port) throws UnknownHostException {
    String plain = plain(host);
    boolean trusted = isAllowed(plain, port);
    if (!trusted && Addresses.isOddlyWritten(plain)) {
      throw new TargetRefused();
    }
    InetAddress[] addresses = names.addresses(plain);
    for (InetAddress address : addresses) {
      if (!trusted && !Addresses.isPublic(address)) {
        throw new TargetRefused();
      }
    }
    return addresses;
  }

  /**
   * The parts of an address.
   *
   * @throws InvalidValue if it cannot be called over HTTP
   */
  static URI parse(String url) {
    if (url.length() > LONGEST) {
      throw new InvalidValue("must have at most " + LONGEST + " characters");
    }
    URI target;
    try {
      target = new URI(url);
    } catch (URISyntaxException e) {
      throw new InvalidValue("must be an address such as https://billing.example.com/hooks");
    }
    String scheme = target.getScheme();
    if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
      throw new InvalidValue("must begin with https://");
    }
    if (target.getHost() == null || target.getHost().indexOf('%') >= 0) {
      throw new InvalidValue("must have a host, in ASCII letters, and a port if any");
    }
    if (target.getRawUserInfo() != null) {
      throw new InvalidValue("must not have a user or password in it");
    }
    if (target.getRawFragment() != null) {
      throw new InvalidValue("must not have a fragment (#)");
    }
    if (target.getPort() == 0 || target.getPort() > 65_535) {
      throw new InvalidValue("must have a port from 1 to 65535, if any");
    }
    return target;
  }

  /** Host of an address, in lower case and without brackets. */
  static String host(URI target) {
    return plain(target.getHost());
  }

  static int port(URI target) {
    if (target.getPort() > 0) {
      return target.getPort();
    }
    return target.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  boolean isAllowed(String host, int port) {
    String written = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return allowed.contains(ofThisMachine(written + ":" + port))
        || allowed.contains(ofThisMachine(written + ":*"));
  }

  // Who allows this machine means it by whichever name.
  private static String ofThisMachine(String target) {
    return target.replaceFirst("^(127\\.0\\.0\\.1|\\[::1]):", "localhost:");
  }

  private static String plain(String host) {
    return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
  }

  private boolean isClosedLiteral(String host) {
    if (!Addresses.isLiteral(host)) {
      return false;
    }
    try {
      return !Addresses.isPublic(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      throw new InvalidValue("must have a host that exists");
    }
  }
}
