package io.domainflow.client;

/** Whether a client can log in. */
public enum ClientState {
  /** Its tokens are accepted. */
  ACTIVE,
  /** None of its tokens is accepted; its orders continue. */
  DISABLED
}
