package io.domainflow.order.leaving;

/** The reasons for which a registrar may deny an outgoing transfer under the transfer policy. */
public enum DenialReason {
  FRAUD("there is evidence of fraud"),
  IDENTITY_DISPUTE("it is disputed who asked for the transfer"),
  NOT_PAID_PAST_PERIOD("a past registration period is not paid"),
  HOLDER_OBJECTS("the holder objects in writing"),
  WITHIN_60_DAYS("the name was registered or transferred less than 60 days ago"),
  WITHIN_720_HOURS("the name was registered or transferred less than 720 hours ago"),
  UDRP_URS_TDRP("a UDRP, URS or TDRP proceeding is under way"),
  COURT_ORDER("a court has ordered that the name stays"),
  CHANGE_OF_REGISTRANT_LOCK("the lock after a change of registrant is in force");

  private final String words;

  DenialReason(String words) {
    this.words = words;
  }

  /** Whether it says which proceedings over the name there are, which only staff learns. */
  public boolean saysWhichDispute() {
    return this == UDRP_URS_TDRP || this == COURT_ORDER;
  }

  /** The reason as part of a sentence, for people. */
  public String words() {
    return words;
  }
}
