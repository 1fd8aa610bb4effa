package io.domainflow.account;

/** A registrar's platform: which commands it has, and in which words they are said. */
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
}
