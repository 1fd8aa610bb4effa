package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ForkedMain;
import io.domainflow.ForkedMain.Ended;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starts the application as an administrator would, in a separate process. */
class RequiredSettingsTest {

  private static final Map<String, String> DATABASE =
      Map.of(
          "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/none",
          "SPRING_DATASOURCE_USERNAME", "domainflow",
          "SPRING_DATASOURCE_PASSWORD", "");

  @Test
  void namesAllMissingSettingsAtOnce() throws Exception {
    Ended start = ForkedMain.run(Map.of());

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.output())
        .contains(
            "SPRING_DATASOURCE_URL is missing",
            "SPRING_DATASOURCE_USERNAME is missing",
            "SPRING_DATASOURCE_PASSWORD is missing",
            "DOMAINFLOW_MASTERKEY is missing",
            "DOMAINFLOW_ADMIN_USERNAME is missing",
            "DOMAINFLOW_ADMIN_PASSWORD is missing",
            "mvn spring-boot:run")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void namesOnlyWhatIsMissing() throws Exception {
    Ended start =
        ForkedMain.run(
            Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                "SPRING_DATASOURCE_USERNAME", "domainflow",
                "DOMAINFLOW_ADMIN_USERNAME", "root"));

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.output())
        .contains("SPRING_DATASOURCE_PASSWORD", "DOMAINFLOW_MASTERKEY", "DOMAINFLOW_ADMIN_PASSWORD")
        .doesNotContain("SPRING_DATASOURCE_URL", "DOMAINFLOW_ADMIN_USERNAME");
  }

  @Test
  void refusesAWeakPasswordAndAShortKeyWithoutShowingThem() throws Exception {
    Ended start =
        ForkedMain.run(
            with(
                DATABASE,
                Map.of(
                    "DOMAINFLOW_MASTERKEY", "c2hvcnQ=",
                    "DOMAINFLOW_ADMIN_USERNAME", "root",
                    "DOMAINFLOW_ADMIN_PASSWORD", "ROOT")));

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.output())
        .contains(
            "DOMAINFLOW_MASTERKEY is not the base64 form of 32 bytes",
            "DOMAINFLOW_ADMIN_PASSWORD is shorter than 12 characters",
            "DOMAINFLOW_ADMIN_PASSWORD is the same as the user name")
        .doesNotContain("c2hvcnQ=", "ROOT", "\tat ");
  }

  @Test
  void refusesThePublishedDemoKey() throws Exception {
    Map<String, String> settings =
        with(
            DATABASE,
            Map.of(
                "DOMAINFLOW_MASTERKEY", "ZG9tYWluZmxvdy1kZW1vLWtleS1ub3Qtc2VjcmV0ISE=",
                "DOMAINFLOW_ADMIN_USERNAME", "root",
                "DOMAINFLOW_ADMIN_PASSWORD", "correct-horse-battery"));
    Ended start = ForkedMain.run(settings);

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.output())
        .contains("DOMAINFLOW_MASTERKEY is the key of the profile demo", "docs/accounts.md")
        .doesNotContain("ZG9tYWlu", "\tat ", "DOMAINFLOW_ADMIN");
  }

  @Test
  void aMailServerNeedsASender() throws Exception {
    Ended start =
        ForkedMain.run(
            with(DATABASE, Map.of("SPRING_PROFILES_ACTIVE", "demo", "SPRING_MAIL_HOST", "mx")));

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.output()).contains("DOMAINFLOW_MAIL_FROM is missing").doesNotContain("\tat ");
  }

  @Test
  void theDemoOnlyNeedsADatabase() throws Exception {
    Ended start = ForkedMain.run(Map.of("SPRING_PROFILES_ACTIVE", "demo"));

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.output())
        .contains("SPRING_DATASOURCE_URL is missing")
        .doesNotContain("DOMAINFLOW_MASTERKEY", "DOMAINFLOW_ADMIN");
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
