package io.domainflow.registrar;

import io.domainflow.ispapi.command.AddDomain;
import org.springframework.stereotype.Component;

/** Finds a registration by the name: {@link NameProbe}. */
@Component
class AddDomainProbe implements Probe<AddDomain, AddDomain.Result> {

  private final NameProbe names;

  AddDomainProbe(NameProbe names) {
    this.names = names;
  }

  @Override
  public Class<AddDomain> command() {
    return AddDomain.class;
  }

  @Override
  public Finding<AddDomain.Result> look(AddDomain command, Intent intent, Reader registrar) {
    return names.look(
        command.registration().domain(),
        intent,
        registrar,
        domain ->
            new AddDomain.Result(domain.status(), domain.pendingCreate(), domain.expiresAt()));
  }
}
