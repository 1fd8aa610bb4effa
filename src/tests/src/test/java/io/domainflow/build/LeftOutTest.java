package io.domainflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the marks leave out of the short build, and of no other. */
class LeftOutTest {

  private static final String SIZE = "build.size";

  private final String before = System.getProperty(SIZE);
  private final Map<String, Integer> run = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();

  /** The marks as tests use them. */
  static class Marked {

    @Test
    void always() {}

    @BothReadings
    void story(String profile) {
      assertThat(profile).isIn(BuildSize.readings());
    }

    @BothReadings(alwaysBoth = true)
    void storyInBoth(String profile) {
      assertThat(profile).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"A, register", "B, register", "B, renew"})
    @FirstReading
    void firstReading(String profile, String operation) {
      assertThat(profile).as(operation).isIn(BuildSize.readings());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @FirstCases(2)
    void firstCases(int number) {
      assertThat(number).isPositive();
    }
  }

  /** Its case does not say of which reading it is. */
  static class Unnamed {

    @ParameterizedTest(name = "{1}")
    @CsvSource({"A, register"})
    @FirstReading
    void firstReading(String profile, String operation) {
      assertThat(profile).as(operation).isNotEmpty();
    }
  }

  @AfterEach
  void setSizeBack() {
    if (before == null) {
      System.clearProperty(SIZE);
    } else {
      System.setProperty(SIZE, before);
    }
  }

  @Test
  void theShortBuildHasTheFirstReadingAndTheFirstCases() {
    run(Marked.class, BuildSize.SHORT);

    assertThat(failed).isEmpty();
    assertThat(run)
        .isEqualTo(
            Map.of("always", 1, "story", 1, "storyInBoth", 2, "firstReading", 1, "firstCases", 2));
  }

  @Test
  void theFullBuildHasEverything() {
    run(Marked.class, BuildSize.FULL);

    assertThat(failed).isEmpty();
    assertThat(run)
        .isEqualTo(
            Map.of(
                "always", 1,
                "story", 2,
                "storyInBoth", 2,
                "firstReading", 3,
                "firstCases", 3));
  }

  @Test
  void aCaseThatDoesNotNameItsReadingFails() {
    run(Unnamed.class, BuildSize.SHORT);

    assertThat(failed).containsOnlyKeys("firstReading");
    assertThat(failed.get("firstReading")).contains("the case does not name it");
  }

  private void run(Class<?> tests, BuildSize size) {
    System.setProperty(SIZE, size.name());
    LauncherConfig alone =
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build();
    LauncherFactory.create(alone)
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(),
            new Results());
  }

  private final class Results implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(source -> ((MethodSource) source).getMethodName())
          .ifPresent(
              method -> {
                result.getThrowable().ifPresent(failure -> failed.put(method, causes(failure)));
                if (test.isTest()) {
                  run.merge(method, 1, Integer::sum);
                }
              });
    }

    private static String causes(Throwable failure) {
      return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
          .map(Throwable::toString)
          .collect(Collectors.joining("\n"));
    }
  }
}
