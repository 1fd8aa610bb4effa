package io.domainflow.ispapi.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
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
 * Finds a plain registration by the name ({@link NameProbe}), else by the registrar's log ({@link
 * ObjectLog}): the name may not show yet, or its owner may be unclear.
 *
 * <p>What is looked for is what was sent, whatever would be sent today.
 *
 * <p>An application is found in the account's list, or by the name itself once it is through. The
 * registrar would take a second application for the same name, so one that nobody else has made
 * counts as ours, and one that another order may have made leaves the doubt to a person. One that
 * has failed counts as no trace: it will have no result, and the person who corrects the order
 * applies again.
 */
@Component
class RegisterDomainProbe implements IspapiProbe<RegisterDomain, RegisterDomain.Result> {

  private static final String APPLICATION = "AddDomainApplication";

  private final NameProbe names;
  private final ObjectLog log;
  private final CommandJournal journal;

  RegisterDomainProbe(NameProbe names, ObjectLog log, CommandJournal journal) {
    this.names = names;
    this.log = log;
    this.journal = journal;
  }

  @Override
  public Class<RegisterDomain> command() {
    return RegisterDomain.class;
  }

  @Override
  public Finding<RegisterDomain.Result> look(
      RegisterDomain command, Intent intent, Reader registrar) {
    return intent.saidAs().equals(APPLICATION)
        ? application(command, intent, registrar)
        : registration(new RegisterDomain(command.registration()), intent, registrar);
  }

  private Finding<RegisterDomain.Result> registration(
      RegisterDomain command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    Finding<RegisterDomain.Result> finding =
        names.look(
            name,
            intent,
            registrar,
            domain ->
                new RegisterDomain.Result(
                    domain.state().words(), domain.pendingCreate(), domain.expiresAt()));
    if (finding instanceof Finding.Executed || names.isOfAnother(name, intent)) {
      return finding;
    }
    return log.creation(command, name, intent, registrar)
        .<Finding<RegisterDomain.Result>>map(Finding.Executed::new)
        .orElse(finding);
  }

  private Finding<RegisterDomain.Result> application(
      RegisterDomain command, Intent intent, Reader registrar) {
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
              RegisterDomain.Result.applied(null, domain.state().words(), domain.pendingCreate()));
    }
    return switch (journal.claimOfOthers(intent, Set.of(APPLICATION), name.ascii(), since)) {
      case EXECUTED -> new Finding.Inconclusive<>("another order has applied for the same name");
      case OPEN -> new Finding.Inconclusive<>("another order applies for the same name");
      case NONE -> new Finding.Executed<>(result(newest.get()));
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
