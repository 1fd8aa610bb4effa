package io.domainflow;

import io.domainflow.model.StartRefused;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start with features that production's jar does not contain: the sandbox and the demo
 * data. An administrator who requests them would otherwise get a system without them and not
 * notice.
 */
class ProductionJar implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final String ONLY_IN_THE_OTHER_JAR = "application-sandbox.yml";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ClassLoader jar = event.getSpringApplication().getClassLoader();
    if (jar.getResource(ONLY_IN_THE_OTHER_JAR) == null) {
      refuseSandboxAndDemo(event.getEnvironment());
    }
  }

  private static void refuseSandboxAndDemo(Environment settings) {
    for (String profile : new String[] {"demo", "sandbox"}) {
      if (settings.acceptsProfiles(Profiles.of(profile))) {
        throw refused("the profile " + profile);
      }
    }
    if (settings.getProperty("domainflow.sandbox.enabled", Boolean.class, false)) {
      throw refused("domainflow.sandbox.enabled");
    }
    if (settings.getProperty("domainflow.demo-data.orders", Integer.class, 0) > 0) {
      throw refused("domainflow.demo-data.orders");
    }
  }

  private static StartRefused refused(String wanted) {
    return new StartRefused(
        "This is production's jar, without sandbox and demo data, and it is started with "
            + wanted
            + ".",
        "Use domainflow-sandbox.jar to try things, or leave " + wanted + " out.");
  }
}
