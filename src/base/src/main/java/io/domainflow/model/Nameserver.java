package io.domainflow.model;

/** The host name of a name server in A-label form, lower case. */
public record Nameserver(String host) {

  /**
   * Parses a host name.
   *
   * @throws InvalidValue if the text is not a host name
   */
  public static Nameserver of(String text) {
    return new Nameserver(DomainName.of(text).ascii());
  }

  @Override
  public String toString() {
    return host;
  }
}
