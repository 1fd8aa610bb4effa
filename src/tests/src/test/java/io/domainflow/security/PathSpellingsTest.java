package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.build.BuildSize;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No endpoint opens under another spelling of its path, and no guess remains uncounted. */
@SecurityTest
class PathSpellingsTest {

  private static final String NOBODY = "groupless";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";

  /** Refusals, including missing resources and methods that are not allowed. */
  private static final Set<Integer> CLOSED = Set.of(400, 401, 403, 404, 405);

  @LocalServerPort private int port;
  @Autowired private IdentityService identityService;

  @BeforeEach
  void addUser() {
    User user = identityService.newUser(NOBODY);
    user.setPassword(NOBODY);
    identityService.saveUser(user);
  }

  @AfterEach
  void removeUser() {
    identityService.deleteUser(NOBODY);
  }

  /** For anonymous callers, and for a login without permissions. */
  @Test
  void nothingIsOpenToUsersWithoutRights() throws IOException {
    List<String> open = new ArrayList<>();
    for (String path : closedPaths()) {
      for (String spelling : PathSpellings.of(path)) {
        collectOpen(open, spelling);
      }
    }
    assertThat(open).isEmpty();
  }

  /** The engine has hundreds of paths, each under two addresses in each of two APIs. */
  @Test
  void noOperationOfTheEngineOpensEither() throws IOException {
    List<String> open = new ArrayList<>();
    for (String operation : firstOfEachKind(enginePaths(), 1)) {
      for (String api :
          List.of(
              "/engine-rest",
              "/engine-rest/engine/default",
              "/camunda/api/engine",
              "/camunda/api/engine/engine/default")) {
        collectOpen(open, api + operation);
        collectOpen(open, api + operation + "/");
      }
    }
    // the list of engines and the minimum length of passwords: requested by the login page
    open.removeIf(
        request ->
            request.matches("200 /camunda/api/engine/engine/?")
                || request.matches("200 /camunda.*/identity/password-policy/?"));
    assertThat(open).isEmpty();
  }

  /** Endpoints that are closed to all are also closed to administrators. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/identity/verify",
        "/engine-rest/engine/default/identity/verify",
        "/camunda/api/engine/identity/verify",
        "/camunda/api/engine/engine/default/identity/verify",
        "/camunda/api/admin/setup/default/user/create"
      })
  void pathsClosedToAllAreClosedToAdministrators(String path) {
    Caller admin = Caller.webapp(port, "admin", "admin");
    String session =
        admin.headers() + RawHttp.login("admin") + "Content-Type: application/json\r\n";
    RawHttp http = new RawHttp(port);
    List<String> open = new ArrayList<>();
    Set<String> spellings = PathSpellings.of(path);
    spellings.add(path);
    for (String spelling : spellings) {
      int status =
          http.status(
              RawHttp.request(
                  "POST", spelling, session, "{\"username\":\"operator\",\"password\":\"x\"}"));
      if (!CLOSED.contains(status)) {
        open.add(status + " " + spelling);
      }
    }
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"welcome", "nothing"})
  void guessesAreCountedInEachSpelling(String app) {
    String session = Caller.webapp(port, "operator", "tasklist").headers();
    List<String> uncounted = new ArrayList<>();
    Set<String> spellings = PathSpellings.of(LOGIN + app);
    spellings.add(LOGIN + app);
    int users = 0;
    for (String spelling : spellings) {
      int status = guess(spelling, session + FORM, app + users++);
      if (!Set.of(400, 429).contains(status) && isLogin(spelling)) {
        uncounted.add(status + " " + spelling);
      }
    }
    assertThat(uncounted).isEmpty();
  }

  /** The answer to the first guess too many, or the one which shows that no guesses are read. */
  private int guess(String target, String headers, String user) {
    String guess = RawHttp.request("POST", target, headers, "username=" + user + "&password=wrong");
    RawHttp http = new RawHttp(port);
    int status = http.status(guess);
    for (int i = 0; i < LoginAttempts.LIMIT && status != 400; i++) {
      status = http.status(guess);
    }
    return status;
  }

  /** Whether a right password is distinguished from a wrong one. */
  private boolean isLogin(String target) {
    Caller browser = Caller.webapp(port, "analyst", "cockpit");
    RawHttp http = new RawHttp(port);
    int wrong =
        http.status(
            RawHttp.request(
                "POST", target, browser.headers() + FORM, "username=operator&password=wrong"));
    int right =
        http.status(
            RawHttp.request(
                "POST", target, browser.headers() + FORM, "username=operator&password=operator"));
    return right != wrong;
  }

  /** The reader of a form and the counter must agree on what a form is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "APPLICATION/X-WWW-FORM-URLENCODED",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded , text/plain",
        "multipart/form-data",
        "application/*",
        "text/plain",
        ""
      })
  void guessesAreCountedWhateverTheFormIsSaidToBe(String type) {
    Caller browser = Caller.anonymous(port);
    browser.get("/camunda/app/welcome/default/");
    String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
    String user = "victim" + Integer.toHexString(type.hashCode());
    for (String query : List.of("", "?username=decoy", "?username=decoy&password=wrong")) {
      int status = guess(LOGIN + "welcome" + query, browser.headers() + header, user);
      assertThat(status).as(type + " " + query).isIn(400, 429);
    }
  }

  @Test
  void aPasswordInTheAddressLogsNobodyIn() {
    Caller browser = Caller.anonymous(port);
    browser.get("/camunda/app/welcome/default/");

    HttpResponse<String> answer =
        browser.post(LOGIN + "tasklist?username=operator&password=operator", "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Nobody was logged in");
  }

  @Test
  void aSlashAtTheEndIsTakenByWhatReadsPaths() {
    RawHttp http = new RawHttp(port);

    assertThat(http.status("GET", "/engine-rest/version/", RawHttp.login("operator")))
        .isEqualTo(200);
    assertThat(http.status("GET", "/camunda/api/engine/engine/", "")).isEqualTo(200);
    assertThat(
            Caller.webapp(port, "operator", "tasklist")
                .get("/camunda/api/engine/engine/default/task/count/")
                .statusCode())
        .isEqualTo(200);
  }

  private void collectOpen(List<String> open, String target) {
    RawHttp http = new RawHttp(port);
    int status = http.status("GET", target, "");
    if (!CLOSED.contains(status)) {
      open.add(status + " " + target);
    } else if (status == 401) {
      int withLogin = http.status("GET", target, RawHttp.login(NOBODY));
      if (!CLOSED.contains(withLogin)) {
        open.add(withLogin + " " + target + " with a login");
      }
    }
  }

  /** All documented paths that are not open to everybody, and those closed to all. */
  private static List<String> closedPaths() throws IOException {
    List<String> paths = new ArrayList<>(firstOfEachKind(orderApiPaths(), 3));
    paths.addAll(
        List.of(
            "/engine-rest",
            "/engine-rest/task",
            "/engine-rest/version",
            "/engine-rest/identity/verify",
            "/engine-rest/process-definition/count",
            "/engine-rest/engine/default/task",
            "/engine-rest/engine/default/identity/verify",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/engine/engine/default/user",
            "/camunda/api/engine/engine/default/identity/verify",
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/actuator",
            "/actuator/metrics",
            "/actuator/prometheus",
            "/accounts",
            "/accounts/accounts.js",
            "/api-docs",
            "/api-docs/openapi.yaml",
            "/sandbox",
            "/sandbox/ledger",
            "/sandbox/mailbox"));
    return paths;
  }

  private static List<String> orderApiPaths() throws IOException {
    try (InputStream file = Files.newInputStream(Path.of("docs/openapi.yaml"))) {
      Map<String, Map<String, Object>> specification =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return filledIn(specification.get("paths").keySet().stream());
    }
  }

  private static List<String> enginePaths() throws IOException {
    try (InputStream file = new ClassPathResource("openapi.json").getInputStream()) {
      JsonNode paths = new ObjectMapper().readTree(file).get("paths");
      return filledIn(paths.properties().stream().map(Map.Entry::getKey));
    }
  }

  /** The short build takes one path of each resource. */
  private static List<String> firstOfEachKind(List<String> paths, int segments) {
    if (BuildSize.current() != BuildSize.SHORT) {
      return paths;
    }
    Map<String, String> first = new LinkedHashMap<>();
    Pattern kind = Pattern.compile("(/[^/]+){1," + segments + "}");
    for (String path : paths) {
      Matcher beginning = kind.matcher(path);
      first.putIfAbsent(beginning.lookingAt() ? beginning.group() : path, path);
    }
    return List.copyOf(first.values());
  }

  private static List<String> filledIn(Stream<String> paths) {
    return paths.map(path -> path.replaceAll("\\{[^}]+}", "x")).toList();
  }
}
