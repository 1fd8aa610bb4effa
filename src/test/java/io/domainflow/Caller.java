package io.domainflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who uses Domainflow over HTTP under a demo login, whose password is the login's name.
 */
public final class Caller {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String login;

  public Caller(int port, String login) {
    this.base = "http://127.0.0.1:" + port;
    this.login = login;
  }

  /** What came back. */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Reads something, with names and values of headers. */
  public Answer getWith(String path, String... headers) {
    return send(request(path).headers(headers).GET());
  }

  /** Reads something, without a thread that waits for it. */
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

  /** Reads something in a form of the caller's choice. */
  public Answer getAs(String path, String accept) {
    return send(request(path).header("Accept", accept).GET());
  }

  /** Sets something, with JSON written as for {@link #post}. */
  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  /** Changes a part, with JSON written as for {@link #post}. */
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

  /** Sends nothing, not even what kind of nothing it is. */
  public Answer postNothing(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Sends something that is not JSON. */
  public Answer postAs(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    String credentials = login + ":" + login;
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(90))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
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
