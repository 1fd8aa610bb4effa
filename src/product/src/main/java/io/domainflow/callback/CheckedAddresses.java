package io.domainflow.callback;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the HTTP client only checked addresses. They are looked up once for each connection, which
 * uses the result, so that a name that changes its addresses in between has no effect.
 */
class CheckedAddresses implements DnsResolver {

  private final Targets targets;

  CheckedAddresses(Targets targets) {
    this.targets = targets;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Arrays.stream(targets.addresses(host, port))
        .map(address -> new InetSocketAddress(address, port))
        .toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new UnknownHostException("an address is checked together with its port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
