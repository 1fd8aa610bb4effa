package io.domainflow;

import io.domainflow.model.MovableClock;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Domainflow. */
@SpringBootApplication
@EnableProcessApplication("domainflow")
public class DomainflowApplication {

  public static void main(String[] args) {
    SpringApplication.run(DomainflowApplication.class, args);
  }

  /** The clock everything reads; a demonstration can move it. */
  @Bean
  MovableClock clock() {
    return new MovableClock();
  }
}
