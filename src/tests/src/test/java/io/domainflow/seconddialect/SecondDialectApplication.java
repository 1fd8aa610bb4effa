package io.domainflow.seconddialect;

import io.domainflow.DomainflowApplication;
import io.domainflow.account.Accounts;
import io.domainflow.registrar.Dialects;
import io.domainflow.registrar.RegistrarCodes;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Starts the application with another registrar. With the system property {@code crash.at} it dies
 * as by kill -9 when the answer to that verb has arrived.
 */
public class SecondDialectApplication {

  private static final int KILLED = 137;

  public static void main(String[] args) {
    SpringApplication.from(DomainflowApplication::main).with(Parts.class).run(args);
  }

  static void dieAt(String verb) {
    if (verb.equals(System.getProperty("crash.at"))) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /**
   * The parts of a second registrar: its dialect, and the meaning of its numbers. Not a
   * configuration that every application of the tests would find.
   */
  static class Parts {

    @Bean
    @Primary
    Dialects secondDialects(
        @Value("${second-dialect.url:${domainflow.ispapi.sandbox-url:}}") URI url,
        Accounts accounts) {
      return new Dialects(List.of(new SecondDialect(url)), accounts);
    }

    @Bean
    @Primary
    RegistrarCodes secondCodes() {
      return new SecondCodes();
    }
  }
}
