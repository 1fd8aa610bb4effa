package io.domainflow.sandbox;

import io.domainflow.DomainflowApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A separate sandbox on a free port, started as a user starts it, and called over HTTP. */
public final class SandboxServer implements AutoCloseable {

  private static SandboxServer shared;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ConfigurableApplicationContext context;
  private final int port;

  private SandboxServer(ConfigurableApplicationContext context) {
    this.context = context;
    this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  /** The sandbox that the tests share, reset to its initial state. */
  public static synchronized SandboxServer fresh() {
    if (shared == null) {
      shared = start(List.of(), "--domainflow.sandbox.hold-timeout=2s");
    }
    shared.control("POST", "/sandbox/reset", "");
    return shared;
  }

  /** Starts another sandbox, with more beans and settings. */
  public static SandboxServer start(List<Class<?>> beans, String... settings) {
    List<String> arguments = new ArrayList<>(Arrays.asList(settings));
    arguments.add("--spring.profiles.active=sandbox");
    arguments.add("--server.port=0");
    SpringApplication.Running running =
        SpringApplication.from(DomainflowApplication::main)
            .with(beans.toArray(Class<?>[]::new))
            .run(arguments.toArray(String[]::new));
    return new SandboxServer(running.getApplicationContext());
  }

  public int port() {
    return port;
  }

  /** A command of the account test.user, one line each. */
  public ParsedAnswer call(String command, String... lines) {
    return callAs("test.user", "test.passw0rd", command, lines);
  }

  public ParsedAnswer callAs(String login, String password, String command, String... lines) {
    return ParsedAnswer.parse(
        post(RawRequest.form(login, password, RawRequest.text(command, lines))).body());
  }

  /** A command of the account whose login is in these form fields. */
  public ParsedAnswer callWith(String fields, String command, String... lines) {
    String text = RawRequest.encode(RawRequest.text(command, lines));
    return ParsedAnswer.parse(post("s_entity=1234&" + fields + "&s_command=" + text).body());
  }

  /** A command of CentralNic Reseller of the account test.user there, one line each. */
  public CnrAnswer cnr(String command, String... lines) {
    return cnrAs("test.user", "test.passw0rd", command, lines);
  }

  public CnrAnswer cnrAs(String login, String password, String command, String... lines) {
    return CnrAnswer.parse(
        cnrBody(
            "s_login="
                + RawRequest.encode(login)
                + "&s_pw="
                + RawRequest.encode(password)
                + "&s_command="
                + RawRequest.encode(RawRequest.text(command, lines))));
  }

  /** CentralNic Reseller's answer to a form, byte for byte. */
  public String cnrBody(String form) {
    try {
      return send(HttpRequest.newBuilder(uri("/sandbox/cnr/api/call.cgi"))
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a form unchanged. */
  public HttpResponse<String> post(String form) {
    try {
      return send(rawRequest(form));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest rawRequest(String form) {
    return HttpRequest.newBuilder(uri("/sandbox/api/call.cgi"))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  public HttpResponse<String> control(String method, String path, String json) {
    try {
      return send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(json))
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String get(String path) {
    return control("GET", path, "").body();
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  @Override
  public void close() {
    context.close();
  }
}
