package io.domainflow.owner;

/** Knows the users that order for customers. */
public interface BillingUsers {

  /** Whether there is such a user in the group {@code billing}. */
  boolean isOne(String user);
}
