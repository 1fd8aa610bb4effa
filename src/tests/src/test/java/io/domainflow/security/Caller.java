package io.domainflow.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Calls the application over HTTP: anonymous, with Basic, or logged in to a web application. */
final class Caller {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final String basic;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  private Caller(int port, String basic) {
    base = "http://localhost:" + port;
    this.basic = basic;
  }

  static Caller anonymous(int port) {
    return new Caller(port, null);
  }

  static Caller basic(int port, String user, String password) {
    String login = user + ":" + password;
    return new Caller(
        port,
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  /** A demo user, whose password is its name. */
  static Caller basic(int port, String user) {
    return basic(port, user, user);
  }

  /** Logged in to a web application as a browser would be. */
  static Caller webapp(int port, String user, String app) {
    Caller caller = anonymous(port);
    HttpResponse<String> login = caller.login(user, user, app);
    if (login.statusCode() != 200) {
      throw new IllegalStateException("login to " + app + ": " + login.statusCode());
    }
    caller.get("/camunda/app/" + app + "/default/");
    return caller;
  }

  HttpResponse<String> login(String user, String password, String app) {
    get("/camunda/app/" + app + "/default/");
    return send(
        request("/camunda/api/admin/auth/user/default/login/" + app)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=" + user + "&password=" + password)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String json) {
    return call("POST", path, json);
  }

  HttpResponse<String> call(String method, String path, String json) {
    HttpRequest.Builder request = request(path);
    if (json == null) {
      return send(request.method(method, BodyPublishers.noBody()));
    }
    return send(
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = withoutToken(path);
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  /** A request from another site's page: with the browser's cookies, and nothing more. */
  HttpRequest.Builder withoutToken(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (basic != null) {
      request.header("Authorization", basic);
    }
    return request;
  }

  /** The value of a cookie in the caller's browser. */
  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** The headers that the caller's browser sends, for requests written by hand. */
  String headers() {
    StringBuilder headers = new StringBuilder();
    for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
      headers.append("Cookie: %s=%s\r\n".formatted(cookie.getName(), cookie.getValue()));
      if (cookie.getName().equals("XSRF-TOKEN")) {
        headers.append("X-XSRF-TOKEN: %s\r\n".formatted(cookie.getValue()));
      }
    }
    return headers.toString();
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
