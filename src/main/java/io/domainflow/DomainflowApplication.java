package io.domainflow;

import io.domainflow.model.MovableClock;
import io.domainflow.sandbox.SandboxApplication;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Profiles;

/** Starts Domainflow, or with the profile {@code sandbox} only the registrar's stand-in. */
@SpringBootApplication
@EnableProcessApplication("domainflow")
public class DomainflowApplication {

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication();
    application.setMainApplicationClass(DomainflowApplication.class);
    application.addListeners(new ChoosesWhatToStart());
    application.run(args);
  }

  /** Profiles are known only when the environment is: arguments, variables and files count. */
  private static final class ChoosesWhatToStart
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      boolean alone = event.getEnvironment().acceptsProfiles(Profiles.of("sandbox"));
      event
          .getSpringApplication()
          .addPrimarySources(
              List.of(alone ? SandboxApplication.class : DomainflowApplication.class));
    }
  }

  /** The clock everything reads; a demonstration can move it. */
  @Bean
  MovableClock clock() {
    return new MovableClock();
  }
}
