package io.domainflow.lineprotocol.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListApplications.Application;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds an application in the account's list, or by the name once the application has succeeded.
 * The registrar would accept a second application for the same name, so one that no other order can
 * have made counts as ours, and one that another order may have made needs a person. A failed
 * application does not count as a trace: it will have no result, and the corrected order applies
 * again.
 */
@Component
public class ApplicationProbe {

  /** The name of the command on both platforms. */
  public static final String COMMAND_NAME = "AddDomainApplication";

  private final NameProbe names;
  private final CommandJournal journal;

  ApplicationProbe(NameProbe names, CommandJournal journal) {
    this.names = names;
    this.journal = journal;
  }

  /** Checks for an application for a name. */
  public ProbeResult<RegisterDomain.Result> probe(
      DomainName name, Intent intent, Reader registrar) {
    Instant since = AttemptTime.dayBefore(intent);
    Optional<Application> newest;
    try {
      newest =
          registrar.ask(new ListApplications(name)).applications().stream()
              .filter(application -> !application.failed())
              .filter(application -> isSince(application, since))
              .findFirst();
    } catch (RegistrarFailure.Refused e) {
      return new ProbeResult.Inconclusive<>(e.reason());
    }
    if (newest.isEmpty()) {
      return names.probe(
          name,
          intent,
          registrar,
          domain ->
              new ProbeResult.Executed<>(
                  RegisterDomain.Result.applied(
                      null, domain.state().words(), domain.pendingCreate())));
    }
    return switch (journal.claimOfOthers(intent, Set.of(COMMAND_NAME), name.ascii(), since)) {
      case EXECUTED ->
          new ProbeResult.Inconclusive<>("another order has applied for the same name");
      case OPEN -> new ProbeResult.Inconclusive<>("another order applies for the same name");
      case NONE -> new ProbeResult.Executed<>(result(newest.get()));
    };
  }

  private static boolean isSince(Application application, Instant since) {
    return application.createdAt() == null || !application.createdAt().isBefore(since);
  }

  private static RegisterDomain.Result result(Application application) {
    List<String> status = application.status() == null ? List.of() : List.of(application.status());
    return RegisterDomain.Result.applied(application.id(), status, true);
  }
}
