package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An order that is sent as the form that curl announces by default is refused, and logged nowhere.
 */
@SecurityTest
@ExtendWith(OutputCaptureExtension.class)
class FormsRefusedTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/orders",
        "/api/v1/orders?dryRun=true",
        "/api/v1/orders/B-1/input",
        "/api/v1/dry-runs",
        "/api/v1/availability",
        "/api/v1/webhooks"
      })
  void refusesAndForgets(String path, CapturedOutput output)
      throws IOException, InterruptedException {
    HttpResponse<String> refused =
        post(path, "{\"authCode\": \"TOPSECRETCODE\",\n \"lastName\": \"Secretperson\"}");

    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.body()).contains("urn:domainflow:problem:no-form");
    assertThat(refused.body() + output).doesNotContain("TOPSECRETCODE", "Secretperson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/orders?Secretperson%0a=1", "/api/v1/domains?Secretperson%0a=1"})
  void keepsNoParameterThatItDoesNotTake(String path, CapturedOutput output)
      throws IOException, InterruptedException {
    HttpResponse<String> refused =
        HttpClient.newHttpClient()
            .send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body() + output).doesNotContain("Secretperson\\n", "internal-error");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("billing:billing".getBytes(StandardCharsets.UTF_8)));
  }
}
