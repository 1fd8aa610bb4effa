package io.domainflow.owner;

/** Knows the users that place orders for customers. */
public interface BillingUsers {

  /** Whether a user is in the group {@code billing}. */
  boolean isOne(String user);
}
