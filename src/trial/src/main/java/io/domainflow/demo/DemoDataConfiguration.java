package io.domainflow.demo;

import io.domainflow.model.MovableClock;
import io.domainflow.model.StartRefused;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Reads the settings, and refuses them if this is no demonstration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoDataProperties.class)
class DemoDataConfiguration {

  private static final String REMEDY =
      "Leave domainflow.demo-data.orders out, or start with the profile demo and its sandbox.";

  DemoDataConfiguration(DemoDataProperties properties, Environment environment) {
    if (properties.orders() == 0) {
      return;
    }
    if (!environment.acceptsProfiles(Profiles.of("demo"))) {
      throw new StartRefused(
          "Demo data (domainflow.demo-data.orders) is created with the profile demo only: it places"
              + " orders, moves the clock and uses the demo logins.",
          REMEDY);
    }
    if (!environment.getProperty("domainflow.sandbox.enabled", Boolean.class, false)) {
      throw new StartRefused(
          "Demo data (domainflow.demo-data.orders) needs the sandbox, and"
              + " domainflow.sandbox.enabled is false: nothing is ordered at a real registrar.",
          REMEDY);
    }
  }

  /**
   * Sets the clock of a new system back to the start of the stories, so that they end today. A
   * sandbox in another process has its own clock, which cannot be set back.
   */
  @Bean
  static BeanPostProcessor beginningInThePast(Environment environment) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MovableClock clock
            && environment.getProperty("domainflow.demo-data.orders", Integer.class, 0) > 0
            && !environment.containsProperty("domainflow.ispapi.sandbox-url")) {
          clock.setOffset(DemoData.SPAN.negated());
        }
        return bean;
      }
    };
  }
}
