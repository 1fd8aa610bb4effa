package io.domainflow.sandbox.stored.name;

/**
 * The head of a DNS zone.
 *
 * @param ttl for how many seconds records hold that do not say so themselves
 */
public record Soa(
    String master,
    String contact,
    long serial,
    int refresh,
    int retry,
    int expire,
    int minimum,
    int ttl) {

  /** What a zone has unless it is said, as the registrar's page of CreateDNSZone lists it. */
  public static Soa usual(String zone) {
    return new Soa("ns1." + zone, "hostmaster." + zone, 1, 86_400, 7_200, 360_000, 172_800, 3600);
  }

  public Soa counted() {
    return new Soa(master, contact, serial + 1, refresh, retry, expire, minimum, ttl);
  }
}
