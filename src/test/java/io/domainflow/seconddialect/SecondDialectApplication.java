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
 * The application with another registrar. With the system property {@code crash.at} it dies like
 * from kill -9 when the answer to that verb has arrived.
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
   * What a second registrar takes: how it is spoken to, and what its numbers mean. No configuration
   * that every application of the tests would find.
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
