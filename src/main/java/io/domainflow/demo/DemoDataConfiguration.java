package io.domainflow.demo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Reads the settings, and refuses them where there is no demonstration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoDataProperties.class)
class DemoDataConfiguration {

  DemoDataConfiguration(DemoDataProperties properties, Environment environment) {
    if (properties.orders() == 0) {
      return;
    }
    if (!environment.acceptsProfiles(Profiles.of("demo"))) {
      throw new DemoDataRefused(
          "Demo data (domainflow.demo-data.orders) is made with the profile demo only: it places"
              + " orders, moves the clock and uses the demo logins.");
    }
    if (!environment.getProperty("domainflow.sandbox.enabled", Boolean.class, false)) {
      throw new DemoDataRefused(
          "Demo data (domainflow.demo-data.orders) needs the sandbox, and"
              + " domainflow.sandbox.enabled is false: nothing is ordered at a real registrar.");
    }
  }
}
