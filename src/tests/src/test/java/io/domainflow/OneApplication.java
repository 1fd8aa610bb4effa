package io.domainflow;

import io.domainflow.build.StartedApplications;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Allows only one application at a time. The engine's REST API finds its engine in a static
 * registry, so of two applications in one JVM, both would talk to the engine that started last. The
 * last application is therefore stopped before another starts, and started again when a later test
 * class needs it.
 */
public final class OneApplication extends AbstractTestExecutionListener
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static ConfigurableApplicationContext living;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /**
   * Drops a cached application that was stopped for another. One that goes on forgets what the
   * classes before have left: each day that the clock moves would be a day of their names, too.
   */
  @Override
  public void beforeTestClass(TestContext test) {
    if (!test.hasApplicationContext()) {
      return;
    }
    try {
      startOver(test.getApplicationContext().getEnvironment());
    } catch (IllegalStateException stopped) {
      test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }
  }

  private static void startOver(Environment settings) {
    if (settings.getProperty("domainflow.sandbox.enabled", Boolean.class, false)) {
      int port = settings.getRequiredProperty("local.server.port", Integer.class);
      new Registrations(port).startOver();
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    replaceBy(application);
  }

  private static synchronized void replaceBy(ConfigurableApplicationContext application) {
    if (living != null) {
      living.close();
    }
    living = application;
    StartedApplications.count();
  }
}
