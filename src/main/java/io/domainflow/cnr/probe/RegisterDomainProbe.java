package io.domainflow.cnr.probe;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.wire.probe.ApplicationProbe;
import io.domainflow.wire.probe.NameProbe;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds a registration by the name, which was free when the order checked it: now it is in the account with the order's registrant, since the attempt, and no other of our orders has registered it. If it is still free, it was not registered. Otherwise it may be ours but not visible yet, so the outcome stays unknown.
 *
 * <p>It looks for the command that was sent; for applications see {@link ApplicationProbe}.
 */
@Component("cnrRegisterDomainProbe")
class RegisterDomainProbe implements CnrProbe<RegisterDomain, RegisterDomain.Result> {

  private final NameProbe names;
  private final ApplicationProbe applications;

  RegisterDomainProbe(NameProbe names, ApplicationProbe applications) {
    this.names = names;
    this.applications = applications;
  }

  @Override
  public Class<RegisterDomain> command() {
    return RegisterDomain.class;
  }

  @Override
  public Finding<RegisterDomain.Result> look(
      RegisterDomain command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    if (intent.saidAs().equals(ApplicationProbe.SAID_AS)) {
      return applications.look(name, intent, registrar);
    }
    try {
      Finding<RegisterDomain.Result> finding =
          names.look(name, intent, registrar, domain -> ours(command, domain, registrar));
      return finding instanceof Finding.NoTrace
              && intent.inDoubt()
              && registrar.domain(name).isEmpty()
          ? absent(name, intent, registrar)
          : finding;
    } catch (Refused e) {
      return new Finding.Inconclusive<>(e.getMessage());
    }
  }

  private static Finding<RegisterDomain.Result> ours(
      RegisterDomain command, ReadDomain.Result domain, Reader registrar) {
    return isOfAnother(command.registration().registrant(), domain.ownerContact(), registrar)
        ? new Finding.Inconclusive<>("the name is in the account, but with another registrant")
        : new Finding.Executed<>(
            new RegisterDomain.Result(
                domain.state().words(), domain.pendingCreate(), domain.expiresAt(), null, false));
  }

  // An unreadable registrant is ignored.
  private static boolean isOfAnother(Contact registrant, @Nullable String owner, Reader registrar) {
    if (owner == null) {
      return false;
    }
    if (registrant.handle() != null) {
      return !registrant.handle().equalsIgnoreCase(owner);
    }
    return registrar
        .contact(owner)
        .map(Contact::email)
        .filter(email -> !email.equalsIgnoreCase(registrant.email()))
        .isPresent();
  }

  private static Finding<RegisterDomain.Result> absent(
      DomainName name, Intent intent, Reader registrar) {
    if (isFree(name, registrar)) {
      return new Finding.NoTrace<>();
    }
    return new Finding.Inconclusive<>(
        Charges.isThereOne(name, intent, registrar)
            ? "the account was charged for the name, which it does not show yet"
            : "the name is no longer free, and the account does not show it");
  }

  private static boolean isFree(DomainName name, Reader registrar) {
    List<Availability> names = registrar.ask(new CheckDomains(List.of(name))).names();
    return names.stream()
        .map(Availability::kind)
        .anyMatch(kind -> kind == Availability.Kind.AVAILABLE || kind == Availability.Kind.PREMIUM);
  }
}
