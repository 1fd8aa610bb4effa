package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Checks {@code docker/} without building it; {@code docker/verify} builds and runs it. */
class ContainerFilesTest {

  private static final String DEMO = "compose.yaml";
  private static final String PRODUCTION = "compose.production.yaml";
  private static final String MONITORING = "compose.monitoring.yaml";
  private static final Path DIRECTORY = Path.of("docker");

  private static final Pattern RESOURCES = Pattern.compile("<directory>([^<]+)</directory>");

  /** A value that compose takes from its environment and requires. */
  private static final Pattern DEMANDED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secret|token|key|login).*");

  @ParameterizedTest
  @ValueSource(strings = {DEMO, PRODUCTION, MONITORING})
  void fitsTheComposeSpecification(String file) throws IOException {
    ObjectNode compose = (ObjectNode) yaml(file);

    assertThat(violations(compose)).isEmpty();

    ((ObjectNode) compose.at("/services/app")).put("readonly", true);
    assertThat(violations(compose)).as("with a misspelt member").isNotEmpty();
  }

  @Test
  void productionSetsAllThatTheApplicationDemands() throws IOException {
    Map<String, String> environment = filledIn(yaml(PRODUCTION));
    List<String> demanded = namesMissing(Map.of());

    assertThat(namesMissing(environment)).isEmpty();
    assertThat(demanded).hasSizeGreaterThanOrEqualTo(6);
    for (String name : demanded) {
      Map<String, String> lacking = new TreeMap<>(environment);
      lacking.remove(name);
      assertThat(namesMissing(lacking)).containsExactly(name);
    }
  }

  @Test
  void theDemoSetsAllThatTheApplicationDemands() throws IOException {
    assertThat(namesMissing(filledIn(yaml(DEMO)))).isEmpty();
  }

  @Test
  void productionHasNoSecretOfItsOwn() throws IOException {
    List<String> secrets = new ArrayList<>();
    for (JsonNode service : yaml(PRODUCTION).path("services")) {
      service
          .path("environment")
          .properties()
          .forEach(
              setting -> {
                if (SECRET.matcher(setting.getKey()).matches() && !isPassedOn(setting.getValue())) {
                  secrets.add(setting.getKey());
                  assertThat(setting.getValue().asText())
                      .as(setting.getKey())
                      .matches(DEMANDED.pattern());
                }
              });
      assertThat(service.has("env_file")).isFalse();
    }

    assertThat(secrets).contains("SPRING_DATASOURCE_PASSWORD", "POSTGRES_PASSWORD");
    assertThat(text(PRODUCTION)).doesNotContainPattern("\\$\\{\\w+:?-").doesNotContain("demo");
  }

  /** An empty host would count as a mail server. */
  @Test
  void productionPassesOnTheSettingsOfAMailServerOnlyIfTheyAreSet() throws IOException {
    List<String> passedOn = new ArrayList<>();
    yaml(PRODUCTION)
        .at("/services/app/environment")
        .properties()
        .forEach(
            setting -> {
              if (isPassedOn(setting.getValue())) {
                passedOn.add(setting.getKey());
              }
            });

    assertThat(passedOn).contains("SPRING_MAIL_HOST", "DOMAINFLOW_MAIL_FROM");
    assertThat(text(PRODUCTION)).doesNotContain("${SPRING_MAIL", "${DOMAINFLOW_MAIL");
    assertThat(text("production.env.example").lines())
        .filteredOn(line -> line.matches("# [A-Z_]+=.*"))
        .extracting(line -> line.substring(2, line.indexOf('=')))
        .containsExactlyInAnyOrderElementsOf(passedOn);
  }

  @Test
  void theExampleHasEachSettingThatProductionDemandsAndNoValue() throws IOException {
    List<String> demanded =
        DEMANDED.matcher(text(PRODUCTION)).results().map(found -> found.group(1)).toList();

    assertThat(settings(text("production.env.example")))
        .containsExactlyInAnyOrderElementsOf(demanded.stream().distinct().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {DEMO, PRODUCTION})
  void givesTheApplicationNoMoreThanItNeeds(String file) throws IOException {
    JsonNode app = yaml(file).at("/services/app");

    assertThat(app.path("read_only").asBoolean()).isTrue();
    assertThat(texts(app.path("cap_drop"))).containsExactly("ALL");
    assertThat(texts(app.path("security_opt"))).containsExactly("no-new-privileges:true");
    assertThat(texts(app.path("tmpfs"))).containsExactly("/tmp");
    assertThat(app.path("restart").asText()).isEqualTo("unless-stopped");
    assertThat(app.at("/depends_on/database/condition").asText()).isEqualTo("service_healthy");
    assertThat(texts(app.path("ports"))).containsExactly("127.0.0.1:8080:8080");
    // the image's own user and health check count
    for (String member : List.of("user", "healthcheck", "privileged", "cap_add", "entrypoint")) {
      assertThat(app.has(member)).as(member).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DEMO, PRODUCTION})
  void keepsTheDatabaseToItself(String file) throws IOException {
    JsonNode database = yaml(file).at("/services/database");

    assertThat(database.has("ports")).isFalse();
    assertThat(texts(database.at("/healthcheck/test"))).contains("CMD", "pg_isready");
    assertThat(texts(database.path("volumes")))
        .containsExactly("database:/var/lib/postgresql/data");
  }

  @Test
  void theDatabasesOfDemoAndProductionNeverMeet() throws IOException {
    assertThat(yaml(DEMO).path("name").asText())
        .isNotEqualTo(yaml(PRODUCTION).path("name").asText());
    assertThat(yaml(PRODUCTION).at("/networks/back/internal").asBoolean()).isTrue();
    assertThat(texts(yaml(PRODUCTION).at("/services/database/networks"))).containsExactly("back");
  }

  @Test
  void theImageRunsWithoutRootAndReportsItsHealth() throws IOException {
    List<String> image = stage("AS runtime");

    assertThat(arguments("USER", image)).containsExactly("10001:10001");
    assertThat(arguments("HEALTHCHECK", image))
        .singleElement()
        .asString()
        .contains("/actuator/health/readiness")
        .contains("${DOMAINFLOW_HEALTH_PORT:-${SERVER_PORT:-8080}}");
    assertThat(arguments("ENTRYPOINT", image)).singleElement().asString().startsWith("[\"java\"");
  }

  @Test
  void theImageContainsNoSecretAndNoSource() throws IOException {
    assertThat(arguments("ARG", instructions()))
        .allMatch(argument -> argument.matches("(BUILD|RUNTIME)_IMAGE=.+"));
    assertThat(arguments("ENV", instructions()))
        .containsExactly(
            "LANG=C.UTF-8",
            "JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1",
            "DOMAINFLOW_HEALTH_PORT=8081");
    assertThat(arguments("ADD", instructions())).isEmpty();
    assertThat(arguments("COPY", stage("AS runtime")))
        .containsExactly("--from=build /build/libraries/ /opt/domainflow/lib/");
  }

  @Test
  void onlyTheDemoUsesTheJarWithTheSandbox() throws IOException {
    assertThat(stages().get(stages().size() - 1))
        .containsExactly("FROM runtime", "COPY --from=build /build/production/ /opt/domainflow/");
    assertThat(stage("FROM runtime AS sandbox"))
        .containsExactly(
            "FROM runtime AS sandbox", "COPY --from=build /build/sandbox/ /opt/domainflow/");
    assertThat(yaml(DEMO).at("/services/app/build/target").asText()).isEqualTo("sandbox");
    assertThat(yaml(PRODUCTION).at("/services/app/build").has("target")).isFalse();
  }

  @Test
  void theBuildSeesWhatItNeedsAndNothingElse() throws IOException {
    List<String> lines = text("Dockerfile.dockerignore").lines().toList();

    assertThat(lines)
        .containsExactly(
            "*",
            "!.mvn",
            "!pom.xml",
            "!src/build",
            "!src/base/pom.xml",
            "!src/base/src/main",
            "!src/product/pom.xml",
            "!src/product/src/main",
            "!src/sandbox/pom.xml",
            "!src/sandbox/src/main",
            "!src/trial/pom.xml",
            "!src/trial/src/main",
            "!src/local/pom.xml",
            "!src/local/src/main",
            "!processes",
            "!forms",
            // the documentation in the jar
            "!docs/*.md",
            "!docs/openapi.yaml",
            "!docs/pictures/*.svg",
            "!docs/pictures/cockpit/*.png",
            "!docs/pictures/handbook/*.png",
            "!docs/pictures/overviews/*.svg");
    assertThat(
            lines.stream()
                .skip(1)
                .map(line -> Path.of(line.substring(1).replaceAll("/\\*\\..*", ""))))
        .allMatch(Files::exists);
    assertThat(resourceFolders())
        .as("folders that the jar is made of")
        .allMatch(
            folder ->
                lines.stream()
                    .skip(1)
                    .map(line -> line.substring(1))
                    .anyMatch(line -> folder.startsWith(line) || line.startsWith(folder)));
  }

  /** The folders from which the pom takes the jar's resources. */
  private static List<String> resourceFolders() throws IOException {
    String pom = Files.readString(Path.of("src", "product", "pom.xml"));
    String resources = pom.substring(pom.indexOf("<resources>"), pom.indexOf("</resources>"));
    return RESOURCES
        .matcher(resources)
        .results()
        .map(found -> found.group(1))
        .map(folder -> folder.startsWith("src/") ? "src/product/" + folder : folder)
        .map(folder -> folder.replace("${root.directory}/", ""))
        .toList();
  }

  private static List<Error> violations(JsonNode compose) {
    return SchemaRegistry.withDialect(Dialects.getDraft7())
        .getSchema(SchemaLocation.of("classpath:compose-spec/compose-spec.json"))
        .validate(compose);
  }

  /**
   * Whether compose passes the setting on from its environment unchanged, and omits it if missing.
   */
  private static boolean isPassedOn(JsonNode setting) {
    return setting.isNull();
  }

  /** The application's environment from compose with every required value set. */
  private static Map<String, String> filledIn(JsonNode compose) {
    Map<String, String> environment = new TreeMap<>();
    compose
        .at("/services/app/environment")
        .properties()
        .forEach(
            setting -> {
              Matcher demanded = DEMANDED.matcher(setting.getValue().asText());
              if (!isPassedOn(setting.getValue())) {
                environment.put(
                    setting.getKey(),
                    demanded.matches() ? sample(demanded.group(1)) : setting.getValue().asText());
              }
            });
    return environment;
  }

  private static String sample(String name) {
    return name.equals("DOMAINFLOW_MASTERKEY")
        ? Base64.getEncoder().encodeToString(new byte[32])
        : "a value of " + name;
  }

  /** The settings that the application reports as missing in an environment. */
  private static List<String> namesMissing(Map<String, String> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(s -> environment.getPropertySources().remove(s.getName()));
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.copyOf(variables)));
    if (variables.containsKey("SPRING_PROFILES_ACTIVE")) {
      environment.setActiveProfiles(variables.get("SPRING_PROFILES_ACTIVE"));
    }
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      context.setEnvironment(environment);
      SettingsMissing missing =
          catchThrowableOfType(
              SettingsMissing.class,
              () ->
                  new RequiredSettings()
                      .onApplicationEvent(
                          new ApplicationPreparedEvent(
                              new SpringApplication(), new String[0], context)));
      return missing == null
          ? List.of()
          : missing.problems().stream().map(problem -> problem.split(" ", 2)[0]).toList();
    }
  }

  private static JsonNode yaml(String file) throws IOException {
    Map<String, Object> content =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    return new ObjectMapper().valueToTree(content);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** Names without a value after the equals sign; a line with a value counts as a whole. */
  private static List<String> settings(String file) {
    return lines(file).map(line -> line.replaceFirst("=$", "")).toList();
  }

  private static Stream<String> lines(String file) {
    return file.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  /** The Dockerfile, one instruction a line. */
  private static List<String> instructions() throws IOException {
    return lines(text("Dockerfile").replaceAll("\\\\\\n\\s*", "")).toList();
  }

  /** One stage of the Dockerfile, its first instruction included. */
  private static List<String> stage(String name) throws IOException {
    List<List<String>> stages = stages();
    return stages.stream().filter(stage -> stage.get(0).endsWith(name)).findFirst().orElseThrow();
  }

  private static List<List<String>> stages() throws IOException {
    List<List<String>> stages = new ArrayList<>();
    for (String instruction : instructions()) {
      if (stages.isEmpty() || instruction.startsWith("FROM ")) {
        stages.add(new ArrayList<>());
      }
      stages.get(stages.size() - 1).add(instruction);
    }
    return stages;
  }

  private static List<String> arguments(String instruction, List<String> instructions) {
    return instructions.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length()).strip())
        .toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(DIRECTORY.resolve(file));
  }
}
