package io.domainflow.model;

import java.util.Set;

/** A part of how a name is set up, which can be changed, and can fail, on its own. */
public enum Section {
  NAMESERVERS("nameservers", "name servers"),
  /** The contacts beside the registrant. */
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

  /** How the order API calls it. */
  public String member() {
    return member;
  }

  /** How people call it. */
  public String words() {
    return words;
  }

  /** Whether people speak of it in the plural. */
  public boolean isPlural() {
    return Set.of(NAMESERVERS, CONTACTS, REGISTRANT_DETAILS).contains(this);
  }

  /** Whether it leads to personal data: then only its name is shown, never what is in it. */
  public boolean isPersonal() {
    return Set.of(CONTACTS, REGISTRANT_DETAILS).contains(this);
  }
}
