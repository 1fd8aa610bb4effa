package io.domainflow.ispapi.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.RegisterDomain;
import org.springframework.stereotype.Component;

/**
 * Finds a registration by the name ({@link NameProbe}), else by the registrar's log ({@link
 * ObjectLog}): the name may not show yet, or it may be open whose it is.
 */
@Component
class AddDomainProbe implements Probe<RegisterDomain, RegisterDomain.Result> {

  private final NameProbe names;
  private final ObjectLog log;

  AddDomainProbe(NameProbe names, ObjectLog log) {
    this.names = names;
    this.log = log;
  }

  @Override
  public Class<RegisterDomain> command() {
    return RegisterDomain.class;
  }

  @Override
  public Finding<RegisterDomain.Result> look(
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
}
