package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Sends commands to the sandbox directly, like somebody who works beside Domainflow. */
public final class RegistrarCaller {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  public RegistrarCaller(int port) {
    this.url = URI.create("http://127.0.0.1:" + port + "/sandbox/api/call.cgi");
  }

  /** Sends a command that must succeed, given as lines in the registrar's format. */
  public void call(String command) {
    String form =
        "s_entity=1234&s_login=test.user&s_pw=test.passw0rd&s_command="
            + URLEncoder.encode(command, StandardCharsets.UTF_8);
    try {
      String answer =
          http.send(
                  HttpRequest.newBuilder(url)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(form))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(answer.replace(" ", "")).as(command).contains("CODE=200");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
