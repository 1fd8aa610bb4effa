package io.domainflow.sandbox.registry;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Stored;
import io.domainflow.sandbox.stored.name.Application;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.Objects;
import java.util.Optional;

/** Shows applications for names, and decides them. */
public final class Applications {

  private static final String REQUESTED = "REQUESTEDCREATE";

  private Applications() {}

  /** The properties of an application. */
  public static Answer answer(Application application) {
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("APPLICATION", Long.toString(application.number()))
            .with("AUTH", application.auth())
            .with("CLASS", application.priceClass())
            .with("CREATEDBY", "SYSTEM")
            .with("CREATEDDATE", RegistrarDate.of(application.createdAt()))
            .with("DOMAIN", application.domain())
            .with("DOMAINUMLAUT", DomainName.of(application.domain()).unicode())
            .with("NAMESERVER", application.nameservers())
            .with("PEERUSER", "")
            .with("PERIOD", Integer.toString(application.years()))
            .with("SMD", "")
            .with("STATUS", application.status())
            .with("SUBCLASS", application.priceClass())
            .with("UPDATEBY", "SYSTEM")
            .with("UPDATEDDATE", RegistrarDate.of(application.updatedAt()))
            .with("USER", application.account());
    application.fields().forEach(answer::with);
    for (String role : ContactSlots.ROLES) {
      answer.with(role + "CONTACT", application.handles(role));
    }
    return answer;
  }

  /** Stores the name as requested, where it is shown while an application is pending. */
  public static void request(Application application, String renewalMode, Transaction transaction) {
    if (transaction.find(Table.NAMES, application.domain()).isEmpty()) {
      transaction.put(
          Table.NAMES, application.asName(REQUESTED, application.createdAt(), renewalMode));
    }
  }

  /**
   * Decides an application.
   *
   * @return the result; empty if the application no longer exists
   */
  public static Optional<PendingOutcome> decide(PendingOutcome pending, Transaction transaction) {
    Optional<Application> found =
        transaction.find(
            Table.APPLICATIONS,
            Stored.numbered(
                Objects.requireNonNull(pending.application(), "it is about an application")));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Application application = found.get();
    Optional<RegisteredName> there = transaction.find(Table.NAMES, application.domain());
    boolean taken = there.filter(name -> !name.status().equals(REQUESTED)).isPresent();
    PendingOutcome outcome =
        pending.successful() && taken
            ? pending.failed("the name was registered in the meantime")
            : pending;
    if (outcome.successful()) {
      transaction.put(Table.APPLICATIONS, application.decided("ACTIVE", pending.dueAt()));
      transaction.put(
          Table.NAMES,
          application.asName("ACTIVE", pending.dueAt(), renewalMode(application, transaction)));
    } else {
      fail(application, outcome, transaction);
      if (there.isPresent() && !taken && !othersWait(application, transaction)) {
        transaction.remove(Table.NAMES, application.domain());
      }
    }
    return Optional.of(outcome);
  }

  private static void fail(
      Application application, PendingOutcome outcome, Transaction transaction) {
    if (Profile.of(transaction) == Profile.A) {
      transaction.put(Table.APPLICATIONS, application.decided("FAILED", outcome.dueAt()));
    } else {
      transaction.remove(Table.APPLICATIONS, application.key());
    }
  }

  private static boolean othersWait(Application application, Transaction transaction) {
    return transaction.all(Table.APPLICATIONS).stream()
        .anyMatch(
            other ->
                other.requested()
                    && other.number() != application.number()
                    && other.domain().equals(application.domain()));
  }

  private static String renewalMode(Application application, Transaction transaction) {
    return NameParameters.usualMode(application.account(), transaction);
  }
}
