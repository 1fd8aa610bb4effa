package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.ispapi.CallFailed;
import io.domainflow.ispapi.Credentials;
import io.domainflow.ispapi.Endpoint;
import io.domainflow.ispapi.IspapiClient;
import io.domainflow.ispapi.NoAnswer;
import io.domainflow.ispapi.NotSent;
import io.domainflow.ispapi.Trouble;
import io.domainflow.ispapi.command.Command;
import io.domainflow.ispapi.protocol.IspapiResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sends a command under the credentials of an account, to the system that account is on. */
@Component
class RegistrarConnection {

  private static final String LIVE_ENTITY = "54cd";
  private static final String TEST_ENTITY = "1234";

  private final IspapiClient client;
  private final Accounts accounts;
  private final AccountTraffic traffic;
  private final RegistrarProperties properties;
  private final Environment environment;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RegistrarConnection(
      IspapiClient client,
      Accounts accounts,
      AccountTraffic traffic,
      RegistrarProperties properties,
      Environment environment,
      ApplicationEventPublisher events,
      Clock clock) {
    this.client = client;
    this.accounts = accounts;
    this.traffic = traffic;
    this.properties = properties;
    this.environment = environment;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sends a command, once.
   *
   * @throws HeldBack if it was not sent because the account has to wait
   */
  IspapiResponse send(String accountName, Command<?> command) {
    return send(admit(accountName, command), command);
  }

  /**
   * Lets a command pass, which is then to be sent with the access that this gives.
   *
   * @throws HeldBack if the account has to wait
   */
  Accounts.Access admit(String accountName, Command<?> command) {
    Accounts.Access access =
        accounts
            .access(accountName)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "account " + accountName + " does not exist any more"));
    traffic.admit(access.account(), command);
    return access;
  }

  /** Sends a command that was admitted, once. */
  IspapiResponse send(Accounts.Access access, Command<?> command) {
    ResellerAccount account = access.account();
    try {
      IspapiResponse response = send(client, access, command);
      traffic.answered(account, response);
      return response;
    } catch (NotSent | NoAnswer e) {
      traffic.unanswered(account, e);
      throw e;
    } catch (RuntimeException e) {
      traffic.undecided(account);
      throw e;
    }
  }

  /**
   * Sends with a client of the caller's, for one who does not want to wait as long as orders do,
   * and whatever holds the account's orders back.
   */
  IspapiResponse send(IspapiClient theirs, Accounts.Access access, Command<?> command) {
    ResellerAccount account = access.account();
    Credentials credentials =
        new Credentials(account.login(), access.password(), account.clientAddress());
    Instant at = clock.instant();
    long start = System.nanoTime();
    try {
      IspapiResponse response = theirs.send(endpoint(account.system()), credentials, command);
      over(account, command, response.code(), null, at, start);
      return response;
    } catch (CallFailed e) {
      over(account, command, null, e.trouble(), at, start);
      throw e;
    }
  }

  private void over(
      ResellerAccount account,
      Command<?> command,
      Integer code,
      Trouble trouble,
      Instant at,
      long start) {
    Optional<CallSubject> subject = CallSubject.current();
    events.publishEvent(
        new RegistrarCall(
            account.name(),
            command.name(),
            subject.map(CallSubject::order).orElse(null),
            subject.map(CallSubject::processInstance).orElse(null),
            subject.filter(CallSubject::waiting).isPresent(),
            code,
            trouble,
            at,
            Duration.ofNanos(System.nanoTime() - start)));
  }

  private Endpoint endpoint(RegistrarSystem system) {
    return switch (system) {
      case LIVE -> new Endpoint(properties.liveUrl(), LIVE_ENTITY);
      case OTE -> new Endpoint(properties.oteUrl(), TEST_ENTITY);
      case SANDBOX -> new Endpoint(sandboxUrl(), TEST_ENTITY);
    };
  }

  // The port of a test or of --server.port=0 is known only once the server listens.
  private URI sandboxUrl() {
    return properties.sandboxUrl() != null
        ? properties.sandboxUrl()
        : URI.create(
            "http://127.0.0.1:"
                + environment.getRequiredProperty("local.server.port")
                + "/sandbox/api/call.cgi");
  }
}
