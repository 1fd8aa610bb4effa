package io.domainflow.order;

/** A part of an order that a registrar can refuse and a person can correct. */
public enum OrderPart {
  REGISTRANT("registrant"),
  ADMIN("admin"),
  TECH("tech"),
  BILLING("billing"),
  NAMESERVERS("nameservers"),
  ADDITIONAL_FIELDS("additionalFields"),
  PERIOD("period"),
  PRIVACY("privacy"),
  IDN_LANGUAGE("idnLanguage"),
  AUTH_CODE("authCode");

  private final String member;

  OrderPart(String member) {
    this.member = member;
  }

  /** The name in the order API. */
  public String member() {
    return member;
  }
}
