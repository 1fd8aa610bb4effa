package io.domainflow.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * The error page for browsers, with a link back. Programs get the same information as a problem
 * (RFC 9457).
 */
public final class ErrorPage {

  static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  /** The page loads nothing from elsewhere and runs no scripts. */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final int LOGIN_REQUIRED = 401;

  private ErrorPage() {}

  /**
   * Whether the answer is for a browser. Every browser accepts XHTML as well as HTML when it opens
   * an address; Java's own client accepts only HTML by default, and gets the answer for programs.
   */
  public static boolean isWanted(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
        .anyMatch(accepted -> accepted.contains(MediaType.APPLICATION_XHTML_XML_VALUE));
  }

  /**
   * Sends the page.
   *
   * @param title what happened, in a few words
   * @param detail what happened and what to do, in sentences
   */
  public static void send(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(TYPE.toString());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(html(status, title, detail));
  }

  static byte[] html(int status, String title, @Nullable String detail) {
    String logIn = status == LOGIN_REQUIRED ? "<p><a href=\"/login\">Log in</a></p>" : "";
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%1$s – Domainflow</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/pages/pages.css">
        </head>
        <body>
        <header>
          <h1><a href="/">Domainflow</a></h1>
        </header>
        <main>
          <h2>%1$s</h2>
          <p>%2$s</p>
          %3$s
          <p><a href="/">Back to the start page</a></p>
        </main>
        </body>
        </html>
        """
        .formatted(escaped(title), escaped(detail == null ? "" : detail), logIn)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }
}
