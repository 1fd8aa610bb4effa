package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.DomainflowTest;
import io.domainflow.build.BuildSize;
import io.domainflow.rest.OpenApi;
import io.domainflow.security.NastyRequests.Request;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/**
 * Whatever is sent in a parameter or a member of a call, of both APIs: it is never answered as if
 * something were broken here, and no answer names a class.
 */
@DomainflowTest
class NastyValuesTest {

  private static final int VALUES = BuildSize.choose(1, 2, 18);
  private static final int STEP = BuildSize.choose(5, 1, 1);

  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b(org|com|java|jakarta|io)\\.[a-z]+\\.[A-Za-z.]*[A-Z]");

  /** What administrators alone may do and read in the engine. */
  private static final Set<String> FOR_ADMINISTRATORS =
      Set.of("user", "group", "tenant", "authorization", "filter", "task");

  private final Caller admin;
  private final Caller operator;

  @Autowired
  NastyValuesTest(@LocalServerPort int port) {
    admin = Caller.basic(port, "admin");
    operator = Caller.basic(port, "operator");
  }

  @Test
  void ofTheOrderApiAreRefusedInWords() {
    List<Request> requests = NastyRequests.of(OpenApi.read().root(), "", VALUES, STEP);

    assertThat(requests).hasSizeGreaterThan(100);
    assertThat(badlyAnswered(requests, request -> admin)).isEmpty();
  }

  @Test
  void ofTheEnginesApiAreRefusedInWords() throws IOException {
    JsonNode specification =
        new ObjectMapper().readTree(new ClassPathResource("openapi.json").getInputStream());
    List<Request> requests = NastyRequests.of(specification, "/engine-rest", VALUES, STEP);

    assertThat(requests).hasSizeGreaterThan(500);
    // an administrator could change everything at once with a query that finds everything
    assertThat(
            badlyAnswered(
                requests,
                request ->
                    request.method().equals("GET")
                            || FOR_ADMINISTRATORS.contains(request.path().split("/", 4)[2])
                        ? admin
                        : operator))
        .isEmpty();
  }

  private interface Login {
    Caller of(Request request);
  }

  private static Map<String, String> badlyAnswered(List<Request> requests, Login login) {
    Map<String, String> bad = new ConcurrentHashMap<>();
    requests.parallelStream()
        .forEach(
            request -> {
              HttpResponse<String> answer = send(login.of(request), request);
              if (answer.statusCode() >= 500
                  || (answer.statusCode() >= 400 && CLASS_NAME.matcher(answer.body()).find())) {
                bad.put(
                    shortened(request.method() + " " + request.path() + " " + request.what())
                        + " "
                        + (request.body() == null ? "" : shortened(request.body())),
                    answer.statusCode() + " " + shortened(answer.body()));
              }
            });
    return new TreeMap<>(bad);
  }

  private static HttpResponse<String> send(Caller caller, Request request) {
    var call = caller.request(request.path()).timeout(Duration.ofSeconds(30));
    return caller.send(
        request.body() == null
            ? call.method(request.method(), BodyPublishers.noBody())
            : call.header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofString(request.body())));
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
