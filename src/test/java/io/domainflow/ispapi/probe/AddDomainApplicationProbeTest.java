package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.ispapi.command.AnswerMeaning;
import io.domainflow.ispapi.command.WireCommand;
import io.domainflow.ispapi.protocol.CommandText;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.command.ApplyForDomain;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the registrar's lists say of an application that may or may not have been made. */
@DomainflowTest
class AddDomainApplicationProbeTest {

  private static final IspapiResponse NOT_THERE =
      new IspapiResponse(545, "Object not found", false, Map.of());

  private final AddDomainApplicationProbe probe;
  private final CommandJournal journal;
  private final TransactionTemplate transaction;

  private final DomainRegistration registration = registration(freshName("com"));
  private final ApplyForDomain command =
      new ApplyForDomain(registration, "PREMIUM_A", Money.of("900.00", "EUR"));
  private final Map<String, IspapiResponse> answers = new HashMap<>();
  private Intent intent;

  @Autowired
  AddDomainApplicationProbeTest(
      AddDomainApplicationProbe probe,
      CommandJournal journal,
      PlatformTransactionManager transactions) {
    this.probe = probe;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  @BeforeEach
  void anAttemptInDoubt() {
    intent = intend(command);
    journal.inDoubt(intent, "no answer came back");
    answers.put("QueryDomainApplicationList", ok(Map.of()));
    answers.put("StatusDomain", NOT_THERE);
  }

  @Test
  void findsTheApplication() {
    applications("10701", "REQUESTED", Duration.ofMinutes(1));

    assertThat(look())
        .isEqualTo(
            new Finding.Executed<>(
                new ApplyForDomain.Result("10701", List.of("REQUESTED"), true, false)));
  }

  @Test
  void findsTheNameOfAnApplicationThatIsThroughAlready() {
    answers.put(
        "StatusDomain",
        ok(
            Map.of(
                "STATUS",
                List.of("ACTIVE"),
                "CREATEDDATE",
                List.of(CommandText.date(intent.intendedAt())))));

    assertThat(look())
        .isEqualTo(
            new Finding.Executed<>(
                new ApplyForDomain.Result(null, List.of("ACTIVE"), false, false)));
  }

  @Test
  void findsNoTraceWhereThereIsNone() {
    assertThat(look()).isEqualTo(new Finding.NoTrace<>());
  }

  @Test
  void anApplicationFromLongAgoIsNotOurs() {
    applications("10701", "REQUESTED", Duration.ofDays(-2));

    assertThat(look()).isEqualTo(new Finding.NoTrace<>());
  }

  @Test
  void anApplicationThatHasFailedDoesNotKeepACorrectedOrderFromApplyingAgain() {
    applications("10701", "FAILED", Duration.ofMinutes(1));

    assertThat(look()).isEqualTo(new Finding.NoTrace<>());
  }

  @Test
  void anApplicationThatMayBeAnotherOrdersStaysInDoubt() {
    applications("10701", "REQUESTED", Duration.ofMinutes(1));
    Intent other = intend(command);
    assertThat(look()).isInstanceOf(Finding.Inconclusive.class);

    journal.executed(other);
    assertThat(look()).isInstanceOf(Finding.Inconclusive.class);

    journal.executed(intent);
    assertThat(look()).isInstanceOf(Finding.Inconclusive.class);
  }

  @Test
  void aNameThatAnotherOrderRegisteredIsNotOurs() {
    answers.put("StatusDomain", ok(Map.of("STATUS", List.of("ACTIVE"))));
    journal.executed(intend(new RegisterDomain(registration)));

    assertThat(look()).isEqualTo(new Finding.NoTrace<>());
  }

  @Test
  void aListThatIsRefusedSaysNothing() {
    answers.put(
        "QueryDomainApplicationList",
        new IspapiResponse(503, "Invalid attribute name", false, Map.of()));

    assertThat(look()).isInstanceOf(Finding.Inconclusive.class);
  }

  private Finding<ApplyForDomain.Result> look() {
    return probe.look(
        command,
        intent,
        new Reader() {
          @Override
          public <Q> Q ask(Query<Q> query) {
            WireCommand<Q> said = WireCommand.of(query);
            IspapiResponse answer = answers.get(said.name());
            if (answer.code() != 200) {
              throw new RegistrarFailure.Refused(said.name(), refused(answer));
            }
            return said.result(answer);
          }
        });
  }

  private static Answer<Object> refused(IspapiResponse answer) {
    return new Answer<>(
        Answer.Kind.REFUSED,
        null,
        AnswerMeaning.reasonOf(answer),
        answer.code(),
        answer.description(),
        answer.description(),
        true,
        false,
        Answer.Load.FINE);
  }

  private void applications(String id, String status, Duration afterTheIntent) {
    Instant created = intent.intendedAt().plus(afterTheIntent);
    answers.put(
        "QueryDomainApplicationList",
        ok(
            Map.of(
                "APPLICATION",
                List.of(id),
                "STATUS",
                List.of(status),
                "CREATEDDATE",
                List.of(CommandText.date(created)))));
  }

  private Intent intend(Mutation<?> mutation) {
    return transaction.execute(
        status -> journal.intend(UUID.randomUUID(), "sandbox", mutation).orElseThrow());
  }

  private static IspapiResponse ok(Map<String, List<String>> properties) {
    return new IspapiResponse(200, "Command completed successfully", false, properties);
  }

  private static DomainRegistration registration(String domain) {
    Contact contact = Contact.ofHandle("P-ABC1");
    return new DomainRegistration(
        DomainName.of(domain),
        new Period(1),
        contact,
        contact,
        contact,
        contact,
        List.of(),
        RenewalMode.AUTOEXPIRE,
        false,
        false,
        null,
        AdditionalFields.NONE,
        null);
  }
}
