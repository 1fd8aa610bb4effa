package io.domainflow.wire;

import java.net.http.HttpClient;
import java.time.Duration;

/** The HTTP client that fits {@link WireClient}. */
public final class WireHttp {

  private WireHttp() {}

  /**
   * Makes a client that keeps connections open between calls. It follows no redirect: the login
   * must not travel to an address nobody configured.
   */
  public static HttpClient create(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .build();
  }
}
