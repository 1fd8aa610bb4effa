package io.domainflow.registrar;

import io.domainflow.ispapi.command.AddDomain;
import io.domainflow.model.DomainName;
import org.springframework.stereotype.Component;

/**
 * Finds a registration by the name ({@link NameProbe}), else by the registrar's log ({@link
 * ObjectLog}): the name may not show yet, or it may be open whose it is.
 */
@Component
class AddDomainProbe implements Probe<AddDomain, AddDomain.Result> {

  private final NameProbe names;
  private final ObjectLog log;

  AddDomainProbe(NameProbe names, ObjectLog log) {
    this.names = names;
    this.log = log;
  }

  @Override
  public Class<AddDomain> command() {
    return AddDomain.class;
  }

  @Override
  public Finding<AddDomain.Result> look(AddDomain command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    Finding<AddDomain.Result> finding =
        names.look(
            name,
            intent,
            registrar,
            domain ->
                new AddDomain.Result(domain.status(), domain.pendingCreate(), domain.expiresAt()));
    if (finding instanceof Finding.Executed || names.isOfAnother(name, intent)) {
      return finding;
    }
    return log.creation(command, name, intent, registrar)
        .<Finding<AddDomain.Result>>map(Finding.Executed::new)
        .orElse(finding);
  }
}
