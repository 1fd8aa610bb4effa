package io.domainflow.ispapi.command;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name servers in answers. They are accepted as stated, because a host that we would refuse in an
 * order may still be in use. Only the registrar's own DNS is normalised: a name ordered with {@code
 * ns1.ispapi.net} can be shown with a numbered server, {@code ns1123.ispapi.net}, and would
 * otherwise never match the order.
 */
final class StatedHosts {

  private static final Pattern NUMBERED = Pattern.compile("(ns[1-3])[0-9]+(\\.ispapi\\.net)");

  private StatedHosts() {}

  static List<Nameserver> of(List<String> hosts) {
    return hosts.stream().map(StatedHosts::host).toList();
  }

  /** The name servers in a list; null if there are none, because a list may have omitted them. */
  static @Nullable List<Nameserver> listed(List<String> hosts) {
    return hosts.isEmpty() ? null : of(hosts);
  }

  private static Nameserver host(String host) {
    return new Nameserver(NUMBERED.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("$1$2"));
  }
}
