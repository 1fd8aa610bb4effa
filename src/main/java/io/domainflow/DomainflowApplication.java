package io.domainflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Domainflow. */
@SpringBootApplication
public class DomainflowApplication {

  public static void main(String[] args) {
    SpringApplication.run(DomainflowApplication.class, args);
  }
}
