package io.domainflow;

import io.domainflow.account.MasterKeyRotationApplication;
import io.domainflow.model.MovableClock;
import io.domainflow.process.engine.EngineStatements;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Starts Domainflow; with {@code --domainflow.rotate-master-key} only changes the master key. A
 * profile may name another application to start, as {@code sandbox} does.
 */
@SpringBootApplication
public class DomainflowApplication {

  static {
    // The engine asks for one at each repeating timer, and each time the JDK would search every jar
    // for one other than its own.
    System.setProperty(
        DatatypeFactory.DATATYPEFACTORY_PROPERTY,
        DatatypeFactory.newDefaultInstance().getClass().getName());
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication();
    application.setMainApplicationClass(DomainflowApplication.class);
    application.addListeners(new ProductionJar(), new ApplicationSelector());
    application.run(args);
  }

  /**
   * Selects the application once the environment is known, because arguments, variables and files
   * can set profiles.
   */
  private static final class ApplicationSelector
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      ConfigurableEnvironment settings = event.getEnvironment();
      SpringApplication application = event.getSpringApplication();
      if (settings.containsProperty(MasterKeyRotationApplication.SETTING)) {
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addPrimarySources(List.of(MasterKeyRotationApplication.class));
      } else if (!settings.containsProperty("spring.main.sources")) {
        application.addPrimarySources(List.of(DomainflowApplication.class));
        EngineStatements.readAhead();
      }
    }
  }

  /**
   * Has Spring remember which beans are of a type. It does so automatically only after the web
   * server has started, when most beans have already been looked for among all.
   */
  @Bean
  static BeanFactoryPostProcessor knownBeans() {
    return ConfigurableListableBeanFactory::freezeConfiguration;
  }

  /** The clock that everything reads; a demonstration can move it. */
  @Bean
  MovableClock clock() {
    return new MovableClock();
  }
}
