package io.domainflow.lineprotocol;

import java.net.http.HttpClient;
import java.time.Duration;

/** Creates the HTTP client for {@link LineProtocolClient}. */
public final class LineProtocolHttp {

  private LineProtocolHttp() {}

  /**
   * Creates a client that keeps connections open between calls. It follows no redirects, because
   * the login must not be sent to an address that nobody configured.
   */
  public static HttpClient create(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .build();
  }
}
