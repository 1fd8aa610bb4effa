package io.domainflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.build.TestTimeout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/**
 * Calls Domainflow over HTTP: with a demo login, whose password is the login's name, as an API
 * client, or anonymously.
 */
public final class Caller {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String authorization;

  public Caller(int port, String login) {
    this(port, login, login);
  }

  /** A caller with any login. */
  public Caller(int port, String login, String password) {
    this(
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)),
        port);
  }

  private Caller(String authorization, int port) {
    this.base = "http://127.0.0.1:" + port;
    this.authorization = authorization;
  }

  /** An API client with its token. */
  public static Caller client(int port, String token) {
    return new Caller("Bearer " + token, port);
  }

  /** A caller without a login. */
  public static Caller stranger(int port) {
    return new Caller(null, port);
  }

  /** The answer. */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Sends a GET, with names and values of headers. */
  public Answer getWith(String path, String... headers) {
    return send(request(path).headers(headers).GET());
  }

  /** Sends a GET, without a thread that waits for the answer. */
  public CompletableFuture<Answer> later(String path, String... headers) {
    return HTTP.sendAsync(
            request(path).headers(headers).GET().build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(response -> new Answer(response.statusCode(), parse(response.body()), response));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends JSON written in a test with single quotes for double ones. */
  public Answer post(String path, String json) {
    return postExactly(path, json.replace('\'', '"'));
  }

  /** Sends a GET for a media type. */
  public Answer getAs(String path, String accept) {
    return send(request(path).header("Accept", accept).GET());
  }

  /** Any method, with JSON as for {@link #post}; null for no body. */
  public Answer call(String method, String path, String json) {
    HttpRequest.Builder request = request(path);
    return send(
        json == null
            ? request.method(method, HttpRequest.BodyPublishers.noBody())
            : request
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  /** Sends a PUT, with JSON written as for {@link #post}. */
  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  /** Sends a PATCH, with JSON written as for {@link #post}. */
  public Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  public Answer postExactly(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Sends a POST without a body and without a content type. */
  public Answer postNothing(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Sends a POST with a body that is not JSON. */
  public Answer postAs(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(TestTimeout.LIMIT);
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), parse(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
