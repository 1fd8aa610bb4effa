package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class SwitchedOffTest {

  private static final String SANDBOX = SwitchedOffTest.class.getPackageName();

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withBean(MovableClock.class)
          .withUserConfiguration(ScansLikeTheApplication.class);

  @Configuration
  @ComponentScan(
      basePackageClasses = SwitchedOffTest.class,
      useDefaultFilters = true,
      excludeFilters = @ComponentScan.Filter(Configuration.class))
  static class ScansLikeTheApplication {}

  @Test
  void aSandboxThatIsNotSwitchedOnLeavesNothingBehind() {
    application.run(
        context -> {
          assertThat(context).hasNotFailed();
          assertThat(context.getBeansOfType(Object.class).values())
              .filteredOn(bean -> bean.getClass().getPackageName().startsWith(SANDBOX))
              .allMatch(ScansLikeTheApplication.class::isInstance);
        });
  }
}
