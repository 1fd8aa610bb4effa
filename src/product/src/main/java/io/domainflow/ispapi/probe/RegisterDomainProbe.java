package io.domainflow.ispapi.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.wire.probe.ApplicationProbe;
import io.domainflow.wire.probe.NameProbe;
import org.springframework.stereotype.Component;

/**
 * Finds an ordinary registration by the name ({@link NameProbe}), else by the registrar's log
 * ({@link ObjectLog}), because the name may not be visible yet, or its owner may be unclear.
 *
 * <p>It looks for the command that was sent, even if a different one would be sent now; for
 * applications see {@link ApplicationProbe}.
 */
@Component
class RegisterDomainProbe implements IspapiProbe<RegisterDomain, RegisterDomain.Result> {

  private final NameProbe names;
  private final ObjectLog log;
  private final ApplicationProbe applications;

  RegisterDomainProbe(NameProbe names, ObjectLog log, ApplicationProbe applications) {
    this.names = names;
    this.log = log;
    this.applications = applications;
  }

  @Override
  public Finding<RegisterDomain.Result> look(
      RegisterDomain command, Intent intent, Reader registrar) {
    return intent.wireName().equals(ApplicationProbe.WIRE_NAME)
        ? applications.look(command.registration().domain(), intent, registrar)
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
                new Finding.Executed<>(
                    new RegisterDomain.Result(
                        domain.state().words(), domain.pendingCreate(), domain.expiresAt())));
    if (finding instanceof Finding.Executed || names.isOfAnother(name, intent)) {
      return finding;
    }
    return log.creation(command, name, intent, registrar)
        .<Finding<RegisterDomain.Result>>map(Finding.Executed::new)
        .orElse(finding);
  }
}
