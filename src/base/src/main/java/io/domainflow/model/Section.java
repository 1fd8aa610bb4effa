package io.domainflow.model;

import java.util.Set;

/** A part of a name's setup that can be changed, and can fail, independently of the others. */
public enum Section {
  NAMESERVERS("nameservers", "name servers"),
  /** The contacts other than the registrant. */
  CONTACTS("contacts", "contacts"),
  /** The address and phone of the registrant, who stays the same person. */
  REGISTRANT_DETAILS("registrantDetails", "registrant's address and phone"),
  TRANSFER_LOCK("transferLock", "transfer lock"),
  PRIVACY("privacy", "privacy"),
  RENEWAL_MODE("renewalMode", "renewal mode");

  private final String member;
  private final String words;

  Section(String member, String words) {
    this.member = member;
    this.words = words;
  }

  /** The section that a contact of this role belongs to. */
  public static Section of(ContactRole role) {
    return role == ContactRole.REGISTRANT ? REGISTRANT_DETAILS : CONTACTS;
  }

  /** Its name in the order API. */
  public String member() {
    return member;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }

  /** Whether its name for people is plural. */
  public boolean isPlural() {
    return Set.of(NAMESERVERS, CONTACTS, REGISTRANT_DETAILS).contains(this);
  }

  /** Whether it contains personal data: then only its name is shown, never its values. */
  public boolean isPersonal() {
    return Set.of(CONTACTS, REGISTRANT_DETAILS).contains(this);
  }
}
