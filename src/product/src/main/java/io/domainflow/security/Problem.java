package io.domainflow.security;

import io.domainflow.page.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The problems that this package reports, as {@code application/problem+json} (RFC 9457), or as a
 * page in a browser.
 */
enum Problem {
  LOGIN_REQUIRED(
      401,
      "Login required",
      "Send a user and a password (HTTP Basic), or the token of an API client. What came, if"
          + " anything, is not valid. In a browser, log in at /login."),
  TOO_MANY_FAILED_LOGINS(
      429,
      "Too many failed logins",
      "Too many wrong passwords for this user, or wrong tokens, from your address. The right one is"
          + " accepted at any time; further tries are answered again after the time in Retry-After."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "Your login has sent more requests than it may within a minute. Nothing was done. Send the"
          + " request again after the time in Retry-After."),
  TRY_AGAIN(
      503,
      "Try again later",
      "The database does not serve requests at present, so that nobody can log in. Nothing was"
          + " changed. Send the same request again later."),
  STARTING(
      503,
      "Starting",
      "Domainflow starts, and takes no requests yet. Nothing was done. Send the request again after"
          + " the time in Retry-After."),
  FORBIDDEN(
      403,
      "Not allowed",
      "Your user may not do this, or there is nothing at this address. Nothing was changed. Ask an"
          + " administrator if it should."),
  NO_TOKEN(
      403,
      "Session without its token",
      "You are logged in, but this request does not show that it comes from one of our pages: it"
          + " has no header «X-XSRF-TOKEN». Nothing was changed. Use the page, or send a login of"
          + " your own (HTTP Basic, or the token of an API client)."),
  WRONG_TOKEN(
      403,
      "Token of another session",
      "The header «X-XSRF-TOKEN» of this request is not the token of your session. Nothing was"
          + " changed. Reload the page and try again."),
  NO_SUCH_ADDRESS(
      404, "Nothing at this address", "There is nothing at this address. Nothing was changed."),
  NOT_FOR_CLIENTS(
      403,
      "Not for clients",
      "Tasklist, Cockpit and Admin are for staff. Your user is in the group «billing», which works"
          + " over the order API only. Nothing was changed. Ask an administrator for another login."),
  NO_LOGIN_FORM(
      400,
      "Not a login",
      "Nobody was logged in. Send «username» and «password» once each, as a form"
          + " (application/x-www-form-urlencoded) in the body and not in the address."),
  SETUP_CLOSED(
      403,
      "Set-up is closed",
      "The administrator comes from the settings; nobody is created here. Nothing was changed."),
  BAD_PATH(
      400,
      "Address refused",
      "The address of this request is written in an unusual way. Use plain paths without ';',"
          + " '//', '..', backslashes or encoded letters and dots."),
  UNREADABLE(
      400,
      "Request not readable",
      "Nothing was done. Check the request: it has to be valid HTTP, and everything in its address"
          + " except ASCII letters, digits and plain punctuation percent-encoded as UTF-8 (or, in a"
          + " domain name, as xn--…). Control characters are not accepted, nor are headers of more"
          + " than 16 KB."),
  NO_FORM(
      415,
      "A form is not taken here",
      "Nothing was changed. Send the body with the header «Content-Type: application/json» (a list"
          + " to be imported with «text/csv»); without one, many tools announce a form."),
  TOO_SLOW(
      408,
      "Request too slow",
      "The body of the request did not come within the time for it. Nothing was changed. Send it"
          + " again, all in one go."),
  TOO_MANY_BODIES(
      503,
      "Too many requests that are not complete",
      "The server already waits for the bodies of many requests, perhaps all from your address."
          + " Nothing was changed. Send this one again after the time in Retry-After, all in one"
          + " go."),
  TOO_MANY_AT_ONCE(
      503,
      "Too many requests at once",
      "The server already works on as many requests from your address as it may at once. Nothing"
          + " was done. Send this one again after the time in Retry-After."),
  TOO_LARGE(413, "Request too large", "A request may have at most 1 MiB. Nothing was changed.");

  private final int status;
  private final String title;
  private final String detail;

  Problem(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** Answers in the format that the request accepts. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (ErrorPage.isWanted(request)) {
      ErrorPage.send(response, status, title, detail);
    } else {
      send(response);
    }
  }

  /** Answers a program. */
  void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            """
            {"type":"urn:domainflow:problem:%s","title":"%s","status":%d,"detail":"%s"}"""
                .formatted(
                    name().toLowerCase(Locale.ROOT).replace('_', '-'), title, status, detail));
  }
}
