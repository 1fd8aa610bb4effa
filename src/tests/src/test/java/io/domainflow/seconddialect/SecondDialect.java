package io.domainflow.seconddialect;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.ConnectionProblem;
import io.domainflow.registrar.Dialect;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotSent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Registers, reads, and finds out whether it has registered; it supports nothing else. */
final class SecondDialect implements Dialect {

  private static final String NEXT = "|";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  SecondDialect(URI url) {
    this.url = url;
  }

  @Override
  public Platform platform() {
    return Platform.ISPAPI;
  }

  @Override
  public String nameOf(Command<?> command) {
    return say(command).lines().findFirst().orElseThrow().split(" ", 2)[0];
  }

  @Override
  public String describe(Command<?> command) {
    return say(command).lines().findFirst().orElseThrow();
  }

  @Override
  public String priceClassOf(String zone) {
    return zone;
  }

  @Override
  public boolean renewsWhatIsRestored() {
    return false;
  }

  @Override
  public boolean chargesRenewalsLater() {
    return false;
  }

  @Override
  public boolean mayHidePending() {
    return false;
  }

  @Override
  public int points(Command<?> command) {
    return 1;
  }

  @Override
  public void check(Mutation<?> command) {
    say(command);
  }

  @Override
  public <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(longest)
            .POST(HttpRequest.BodyPublishers.ofString(say(command)))
            .build();
    try {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      SecondDialectApplication.dieAt(nameOf(command));
      return read(command, answer);
    } catch (ConnectException e) {
      throw new NotSent(ConnectionProblem.CONNECTION_REFUSED, e);
    } catch (IOException e) {
      throw new NoAnswer(ConnectionProblem.CONNECTION_LOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(ConnectionProblem.SHUTDOWN);
    }
  }

  /** The name is ours if it was claimed for the person that this order is for. */
  @Override
  @SuppressWarnings("unchecked")
  public <R> ProbeResult<R> probe(Mutation<R> command, Intent intent, Reader registrar) {
    DomainRegistration registration = ((RegisterDomain) command).registration();
    Optional<ReadDomain.Result> domain = registrar.domain(registration.domain());
    return domain
        .filter(found -> found.ownerContact().equals(registration.registrant().handle()))
        .<ProbeResult<R>>map(
            found ->
                new ProbeResult.Executed<>(
                    (R) new RegisterDomain.Result(found.state().words(), false, found.expiresAt())))
        .orElseGet(ProbeResult.NoTrace::new);
  }

  private static String say(Command<?> command) {
    if (command instanceof CheckDomains check) {
      return "vacant " + check.domains().get(0).ascii();
    }
    if (command instanceof CreateContact create) {
      Contact person = create.contact();
      return String.join(
          "\n",
          "introduce",
          "first: " + person.firstName(),
          "last: " + person.lastName(),
          "street: " + String.join(NEXT, person.street()),
          "city: " + person.city(),
          "post: " + person.postalCode(),
          "land: " + person.country(),
          "call: " + person.phone(),
          "write: " + person.email());
    }
    if (command instanceof ReadContact read) {
      return "who " + read.handle();
    }
    if (command instanceof RegisterDomain register) {
      DomainRegistration registration = register.registration();
      return String.join(
          "\n",
          "claim " + registration.domain().ascii(),
          "months: " + registration.period().years() * 12,
          "for: " + registration.registrant().handle(),
          "renews: " + registration.renewalMode(),
          "locked: " + registration.transferLock(),
          "hosts: "
              + registration.nameservers().stream()
                  .map(Nameserver::host)
                  .collect(Collectors.joining(NEXT)));
    }
    if (command instanceof ReadDomain read) {
      return "show " + read.domain().ascii();
    }
    return "unknown";
  }

  private static <R> Answer<R> read(Command<R> command, String text) {
    int number = Integer.parseInt(text.lines().findFirst().orElseThrow().strip());
    RefusalReason reason = SecondCodes.reasonOf(number);
    boolean done = number == NoticeBoard.DONE;
    return new Answer<>(
        done ? Kind.SUCCESS : Kind.REFUSED,
        done ? result(command, NoticeBoard.values(text)) : null,
        reason,
        number,
        reason.name(),
        number + " " + reason,
        true,
        false,
        Load.FINE);
  }

  // Each command fixes its result.
  @SuppressWarnings("unchecked")
  private static <R> R result(Command<R> command, Map<String, String> values) {
    if (command instanceof CheckDomains check) {
      return (R) availability(check.domains().get(0), values);
    }
    if (command instanceof CreateContact) {
      return (R) new CreateContact.Result(values.get("person"), true);
    }
    if (command instanceof ReadContact read) {
      return (R) new ReadContact.Result(read.handle(), person(values), null);
    }
    if (command instanceof RegisterDomain) {
      return (R)
          new RegisterDomain.Result(List.of("claimed"), false, Instant.parse(values.get("until")));
    }
    return (R) domain(values);
  }

  private static CheckDomains.Result availability(DomainName name, Map<String, String> values) {
    CheckDomains.Availability.Kind kind =
        values.get("vacant").equals("yes")
            ? CheckDomains.Availability.Kind.AVAILABLE
            : CheckDomains.Availability.Kind.TAKEN;
    return new CheckDomains.Result(
        List.of(
            new CheckDomains.Availability(
                name, kind, NoticeBoard.DONE, null, null, false, null, null, false)));
  }

  private static Contact person(Map<String, String> values) {
    return new Contact(
        null,
        values.get("first"),
        values.get("last"),
        null,
        Arrays.asList(values.get("street").split("\\|", -1)),
        values.get("city"),
        null,
        values.get("post"),
        values.get("land"),
        values.get("call"),
        values.get("write"));
  }

  private static ReadDomain.Result domain(Map<String, String> values) {
    return new ReadDomain.Result(
        new DomainState(List.of("claimed"), DomainStatus.ACTIVE, false, false, false, false, false),
        Instant.parse(values.get("since")),
        Instant.parse(values.get("until")),
        null,
        null,
        null,
        null,
        Optional.of(RenewalMode.valueOf(values.get("renews"))),
        Optional.of(Boolean.parseBoolean(values.get("locked"))),
        Optional.empty(),
        Optional.empty(),
        Arrays.stream(values.get("hosts").split("\\|", -1)).map(Nameserver::new).toList(),
        values.get("for"),
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        null,
        Optional.empty(),
        false);
  }
}
