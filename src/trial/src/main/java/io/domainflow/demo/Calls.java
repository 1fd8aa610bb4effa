package io.domainflow.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTTP requests to the application, with the demo logins. A refused request ends its story.
 */
final class Calls {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
  private static final long PAUSE_MS = 40;

  private final String base;
  private final ObjectMapper json;
  private final Duration patience;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();

  /**
   * @param port where the application listens on this machine
   */
  Calls(int port, ObjectMapper json) {
    this(port, json, PATIENCE);
  }

  /**
   * @param patience how long to wait for an expected event
   */
  Calls(int port, ObjectMapper json, Duration patience) {
    this.base = "http://localhost:" + port;
    this.json = json;
    this.patience = patience;
  }

  /** An address of the application, as seen from this machine. */
  String address(String path) {
    return base + path;
  }

  /**
   * Reads a resource.
   *
   * @throws StoryFailed if it is refused
   */
  JsonNode get(String login, String path) {
    return send(login, "GET", path, null);
  }

  /**
   * Sends JSON.
   *
   * @throws StoryFailed if it is refused
   */
  JsonNode send(String login, String method, String path, @Nullable Object body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(LONGEST_CALL)
              .header("Authorization", authorization(login))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(body)))
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new StoryFailed(
            "%s %s as %s was answered %d %s"
                .formatted(method, path, login, response.statusCode(), response.body()));
      }
      // a link in a mail is answered with a page
      return response.headers().firstValue("Content-Type").orElse("").contains("json")
          ? json.readTree(response.body())
          : json.missingNode();
    } catch (IOException e) {
      throw new StoryFailed("%s %s: %s".formatted(method, path, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryFailed("it was interrupted");
    }
  }

  /** Waits until a condition is true; false if it does not become true in time. */
  boolean comes(BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoryFailed("it was interrupted");
      }
    }
    return true;
  }

  /** A value as JSON. */
  String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value encoded for a URL. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** From now on this login is that of an API client, which uses a token. */
  void useToken(String login, String token) {
    tokens.put(login, token);
  }

  // the password of all other demo logins is their name
  private String authorization(String login) {
    if (tokens.containsKey(login)) {
      return "Bearer " + tokens.get(login);
    }
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
  }
}
