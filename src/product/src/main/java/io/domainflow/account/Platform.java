package io.domainflow.account;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.stream.Stream;

/** A registrar's platform, and its features. */
public enum Platform {
  /** HEXONET's ISPAPI. */
  ISPAPI("HEXONET"),
  /** CentralNic Reseller, to which HEXONET's customers are moved. */
  CNR("CentralNic Reseller");

  private final String title;

  Platform(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The separator between account and role user in a login. */
  public String roleMark() {
    return this == ISPAPI ? "!" : ":";
  }

  /** Whether a call can state the client's address. */
  public boolean takesClientAddress() {
    return this == ISPAPI;
  }

  /**
   * Whether changes of registrant are supported. CNR has different procedures, which are not
   * implemented yet.
   */
  public boolean changesRegistrants() {
    return this == ISPAPI;
  }

  /**
   * Whether additional fields are supported. CNR has different names and values for many of them,
   * which the forms do not contain yet.
   */
  public boolean takesAdditionalFields() {
    return this == ISPAPI;
  }

  /**
   * Whether a .at name can be released to TRANSIT. CNR's page on {@code PushDomain} names REGISTRY
   * only.
   */
  public boolean takesTransit() {
    return this == ISPAPI;
  }

  /**
   * Whether the registrar's own DNS can be ordered for a name. At CNR, zones have separate
   * commands, which are not implemented yet.
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
