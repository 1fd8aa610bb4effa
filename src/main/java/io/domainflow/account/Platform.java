package io.domainflow.account;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.stream.Stream;

/** A registrar's platform, and what it offers to all of its accounts. */
public enum Platform {
  /** HEXONET's. */
  ISPAPI("HEXONET"),
  /** CentralNic Reseller, to which HEXONET's customers are moved. */
  CNR("CentralNic Reseller");

  private final String title;

  Platform(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** What stands between an account and its role user in a login. */
  public String roleMark() {
    return this == ISPAPI ? "!" : ":";
  }

  /** Whether a call can say for which address it is made. */
  public boolean takesClientAddress() {
    return this == ISPAPI;
  }

  /**
   * Whether registrants are changed here. CNR has ways of its own, which nobody here speaks yet.
   */
  public boolean changesRegistrants() {
    return this == ISPAPI;
  }

  /**
   * Whether additional fields are said here. CNR has other names and values for many of them, which
   * the forms do not know yet.
   */
  public boolean takesAdditionalFields() {
    return this == ISPAPI;
  }

  /**
   * Whether the registrar's own DNS can be ordered for a name. At CNR the zone is a matter of its
   * own, with commands that nobody here speaks yet.
   */
  public boolean hasDns() {
    return !dnsServers().isEmpty();
  }

  /** The name servers of the registrar's own DNS; empty if it cannot be ordered. */
  public List<Nameserver> dnsServers() {
    return this == ISPAPI
        ? Stream.of("ns1.ispapi.net", "ns2.ispapi.net", "ns3.ispapi.net")
            .map(Nameserver::new)
            .toList()
        : List.of();
  }
}
