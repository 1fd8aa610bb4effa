package io.domainflow.ispapi.probe;

import io.domainflow.lineprotocol.probe.ApplicationProbe;
import io.domainflow.lineprotocol.probe.NameProbe;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.RegisterDomain;
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
  public ProbeResult<RegisterDomain.Result> probe(
      RegisterDomain command, Intent intent, Reader registrar) {
    return intent.commandName().equals(ApplicationProbe.COMMAND_NAME)
        ? applications.probe(command.registration().domain(), intent, registrar)
        : registration(new RegisterDomain(command.registration()), intent, registrar);
  }

  private ProbeResult<RegisterDomain.Result> registration(
      RegisterDomain command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    ProbeResult<RegisterDomain.Result> finding =
        names.probe(
            name,
            intent,
            registrar,
            domain ->
                new ProbeResult.Executed<>(
                    new RegisterDomain.Result(
                        domain.state().words(), domain.pendingCreate(), domain.expiresAt())));
    if (finding instanceof ProbeResult.Executed || names.isOfAnother(name, intent)) {
      return finding;
    }
    return log.creation(command, name, intent, registrar)
        .<ProbeResult<RegisterDomain.Result>>map(ProbeResult.Executed::new)
        .orElse(finding);
  }
}
