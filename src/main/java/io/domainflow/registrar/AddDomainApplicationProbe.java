package io.domainflow.registrar;

import io.domainflow.ispapi.command.AddDomainApplication;
import io.domainflow.ispapi.command.QueryDomainApplicationList;
import io.domainflow.ispapi.command.QueryDomainApplicationList.Application;
import io.domainflow.model.DomainName;
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
class AddDomainApplicationProbe
    implements Probe<AddDomainApplication, AddDomainApplication.Result> {

  private static final Set<String> APPLYING = Set.of("AddDomainApplication");

  private final NameProbe names;
  private final CommandJournal journal;

  AddDomainApplicationProbe(NameProbe names, CommandJournal journal) {
    this.names = names;
    this.journal = journal;
  }

  @Override
  public Class<AddDomainApplication> command() {
    return AddDomainApplication.class;
  }

  @Override
  public Finding<AddDomainApplication.Result> look(
      AddDomainApplication command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    Instant since = NameProbe.since(intent);
    Optional<Application> newest;
    try {
      newest =
          registrar.ask(new QueryDomainApplicationList(name)).applications().stream()
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
          domain -> new AddDomainApplication.Result(null, domain.status(), domain.pendingCreate()));
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

  private static AddDomainApplication.Result result(Application application) {
    List<String> status = application.status() == null ? List.of() : List.of(application.status());
    return new AddDomainApplication.Result(application.id(), status, true);
  }
}
