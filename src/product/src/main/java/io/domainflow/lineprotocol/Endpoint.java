package io.domainflow.lineprotocol;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The address of a registrar's system.
 *
 * @param url address of the API, such as {@code https://api-ote.ispapi.net/api/call.cgi}
 * @param entity selects the system at ISPAPI: {@code 54cd} live, {@code 1234} test; null if each
 *     system has a separate address
 */
public record Endpoint(URI url, @Nullable String entity) {

  public Endpoint {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address of the registrar's API must start with https:// or http:// and a host name,"
              + " without a login in it.");
    }
  }
}
