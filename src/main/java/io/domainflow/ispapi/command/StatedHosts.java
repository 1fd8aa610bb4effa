package io.domainflow.ispapi.command;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name servers as answers state them. They are taken as stated: a host that we would not accept in
 * an order is still the one in use. Only the registrar's own DNS is read as it is ordered: a name
 * that is given {@code ns1.ispapi.net} can be shown with a numbered one, {@code ns1123.ispapi.net},
 * and would else never be as it was ordered.
 */
final class StatedHosts {

  private static final Pattern NUMBERED = Pattern.compile("(ns[1-3])[0-9]+(\\.ispapi\\.net)");

  private StatedHosts() {}

  static List<Nameserver> of(List<String> hosts) {
    return hosts.stream().map(StatedHosts::host).toList();
  }

  /** Those of a list; null if there are none, which a list may as well not have stated. */
  static @Nullable List<Nameserver> listed(List<String> hosts) {
    return hosts.isEmpty() ? null : of(hosts);
  }

  private static Nameserver host(String host) {
    return new Nameserver(NUMBERED.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("$1$2"));
  }
}
