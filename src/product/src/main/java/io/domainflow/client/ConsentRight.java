package io.domainflow.client;

import java.time.Instant;

/**
 * The right of a client, currently in force, to send consents of registrants with its orders.
 *
 * @param client name of the client
 * @param textVersion version of the text that the customers of its shop agree to
 * @param givenBy login of the administrator who gave it
 */
public record ConsentRight(String client, String textVersion, String givenBy, Instant givenAt) {

  /** The login that vouches for such consents. */
  public String login() {
    return ApiClient.login(client);
  }
}
