package io.domainflow.sandbox.stored.name;

/**
 * The head of a DNS zone.
 *
 * @param ttl default TTL of records in seconds
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

  /** The default head of a zone, as listed on the registrar's page of CreateDNSZone. */
  public static Soa usual(String zone) {
    return new Soa("ns1." + zone, "hostmaster." + zone, 1, 86_400, 7_200, 360_000, 172_800, 3600);
  }

  public Soa counted() {
    return new Soa(master, contact, serial + 1, refresh, retry, expire, minimum, ttl);
  }
}
