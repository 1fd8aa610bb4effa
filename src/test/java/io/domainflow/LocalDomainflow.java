package io.domainflow;

import org.springframework.boot.SpringApplication;

/** Starts the whole system on this machine. */
public class LocalDomainflow {

  public static void main(String[] args) {
    SpringApplication.from(DomainflowApplication::main).run(args);
  }
}
