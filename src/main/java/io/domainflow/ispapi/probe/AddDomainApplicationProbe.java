package io.domainflow.ispapi.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.command.ApplyForDomain;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListApplications.Application;
import io.domainflow.registrar.command.Mutation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds an application in the account's list, or the name itself once the application is through
 * ({@link NameProbe}).
 *
 * <p>The registrar would take a second application for the same name, so one that nobody else has
 * made counts as ours, and one that another order may have made leaves the doubt to a person. One
 * that has failed counts as no trace: nothing comes of it any more, and whoever corrects the order
 * applies again.
 */
@Component
class AddDomainApplicationProbe implements Probe<ApplyForDomain, ApplyForDomain.Result> {

  private static final Set<Class<? extends Mutation<?>>> APPLYING = Set.of(ApplyForDomain.class);

  private final NameProbe names;
  private final CommandJournal journal;

  AddDomainApplicationProbe(NameProbe names, CommandJournal journal) {
    this.names = names;
    this.journal = journal;
  }

  @Override
  public Class<ApplyForDomain> command() {
    return ApplyForDomain.class;
  }

  @Override
  public Finding<ApplyForDomain.Result> look(
      ApplyForDomain command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    Instant since = NameProbe.since(intent);
    Optional<Application> newest;
    try {
      newest =
          registrar.ask(new ListApplications(name)).applications().stream()
              .filter(application -> !application.failed())
              .filter(application -> isSince(application, since))
              .findFirst();
    } catch (RegistrarFailure.Refused e) {
      return new Finding.Inconclusive<>(e.reason());
    }
    if (newest.isEmpty()) {
      return names.look(
          name,
          intent,
          registrar,
          domain ->
              new ApplyForDomain.Result(
                  null, domain.state().words(), domain.pendingCreate(), false));
    }
    return switch (journal.claimOfOthers(intent, APPLYING, name.ascii(), since)) {
      case EXECUTED -> new Finding.Inconclusive<>("another order has applied for the same name");
      case OPEN -> new Finding.Inconclusive<>("another order applies for the same name");
      case NONE -> new Finding.Executed<>(result(newest.get()));
    };
  }

  private static boolean isSince(Application application, Instant since) {
    return application.createdAt() == null || !application.createdAt().isBefore(since);
  }

  private static ApplyForDomain.Result result(Application application) {
    List<String> status = application.status() == null ? List.of() : List.of(application.status());
    return new ApplyForDomain.Result(application.id(), status, true, false);
  }
}
