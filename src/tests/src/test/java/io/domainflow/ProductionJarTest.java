package io.domainflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;

/** Production's jar refuses missing features; {@code JarsIT} starts it. */
class ProductionJarTest {

  private static final ClassLoader PRODUCTION =
      new FilteredClassLoader(new ClassPathResource("application-sandbox.yml"));

  @ParameterizedTest
  @ValueSource(strings = {"demo", "sandbox"})
  void refusesProfilesThatItLacks(String profile) {
    StandardEnvironment settings = new StandardEnvironment();
    settings.addActiveProfile(profile);

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> start(PRODUCTION, settings))
        .withMessageContaining("This is production's jar")
        .withMessageContaining("the profile " + profile)
        .extracting(StartRefused::remedy)
        .asString()
        .contains("Use domainflow-sandbox.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"domainflow.sandbox.enabled=true", "domainflow.demo-data.orders=300"})
  void refusesSettingsThatWouldHaveNoEffect(String setting) {
    StandardEnvironment settings = new StandardEnvironment();
    TestPropertyValues.of(setting).applyTo(settings);

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> start(PRODUCTION, settings))
        .withMessageContaining(setting.substring(0, setting.indexOf('=')));
  }

  @Test
  void acceptsASandboxThatRunsElsewhere() {
    StandardEnvironment settings = new StandardEnvironment();
    TestPropertyValues.of(
            "domainflow.sandbox.enabled=false",
            "domainflow.demo-data.orders=0",
            "domainflow.accounts.trial.system=SANDBOX",
            "domainflow.ispapi.sandbox-url=http://localhost:9600/sandbox/api/call.cgi")
        .applyTo(settings);

    assertThatCode(() -> start(PRODUCTION, settings)).doesNotThrowAnyException();
  }

  @Test
  void theSandboxJarContainsEverything() {
    StandardEnvironment settings = new StandardEnvironment();
    settings.addActiveProfile("demo");

    assertThatCode(() -> start(getClass().getClassLoader(), settings)).doesNotThrowAnyException();
  }

  private static void start(ClassLoader jar, StandardEnvironment settings) {
    SpringApplication application = new SpringApplication();
    application.setResourceLoader(new DefaultResourceLoader(jar));
    new ProductionJar()
        .onApplicationEvent(
            new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(), application, new String[0], settings));
  }
}
