package io.domainflow.holder;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The public address of this installation.
 *
 * @param publicUrl such as {@code https://domains.example.com}, without a path; links in mails
 *     begin with it, and without it mails have no links. Plain http is accepted only for localhost
 */
@ConfigurationProperties("domainflow")
public record PublicAddress(@Nullable URI publicUrl) {

  /**
   * Checks the setting.
   *
   * @throws IllegalArgumentException if it is not such an address
   */
  public PublicAddress {
    if (publicUrl != null && !isAddress(publicUrl)) {
      throw new IllegalArgumentException(
          "domainflow.public-url must be an address such as https://domains.example.com, without"
              + " user, path and query");
    }
  }

  private static boolean isAddress(URI url) {
    boolean secure =
        "https".equalsIgnoreCase(url.getScheme())
            || ("http".equalsIgnoreCase(url.getScheme()) && "localhost".equals(url.getHost()));
    boolean bare = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    return secure
        && bare
        && url.getHost() != null
        && url.getUserInfo() == null
        && url.getQuery() == null
        && url.getFragment() == null;
  }
}
