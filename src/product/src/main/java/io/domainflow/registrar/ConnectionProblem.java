package io.domainflow.registrar;

/** Why a call got no answer from the registrar. */
public enum ConnectionProblem {
  HOST_UNKNOWN("its host name is unknown"),
  CONNECTION_REFUSED("connection refused"),
  /** The other side has no certificate that this machine trusts, or speaks no TLS. */
  NO_SECURE_CONNECTION("no secure connection"),
  NO_CONNECTION_IN_TIME("no connection in time"),
  NO_ANSWER_IN_TIME("no answer in time"),
  CONNECTION_LOST("connection lost"),
  SHUTDOWN("interrupted by a shutdown"),
  /** The web server rejected the request: HTTP 401, 403 or 404. */
  TURNED_AWAY("turned away"),
  /** The response was not an answer of the registrar's API. */
  UNUSABLE_ANSWER("unusable answer");

  private final String words;

  ConnectionProblem(String words) {
    this.words = words;
  }

  /** Its description for people. */
  public String words() {
    return words;
  }
}
