package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.ApplicationProbe;
import io.domainflow.lineprotocol.probe.NameProbe;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds a registration by the name, which was free when the order checked it: now it is in the
 * account with the order's registrant, since the attempt, and no other of our orders has registered
 * it. If it is still free, it was not registered. Otherwise it may be ours but not visible yet, so
 * the outcome stays unknown.
 *
 * <p>The probe looks for the command that was sent; for applications see {@link ApplicationProbe}.
 * A missing entry proves only after hours that no application was made, and only if nothing was
 * charged.
 */
@Component("cnrRegisterDomainProbe")
class RegisterDomainProbe implements CnrProbe<RegisterDomain, RegisterDomain.Result> {

  /** The registrar's lists lag by minutes; no application takes that long to appear. */
  private static final Duration LISTED_WITHIN = Duration.ofHours(4);

  private final NameProbe names;
  private final ApplicationProbe applications;
  private final Clock clock;

  RegisterDomainProbe(NameProbe names, ApplicationProbe applications, Clock clock) {
    this.names = names;
    this.applications = applications;
    this.clock = clock;
  }

  @Override
  public ProbeResult<RegisterDomain.Result> probe(
      RegisterDomain command, Intent intent, Reader registrar) {
    DomainName name = command.registration().domain();
    if (intent.commandName().equals(ApplicationProbe.COMMAND_NAME)) {
      return unlessListedLater(
          applications.probe(name, intent, registrar), name, intent, registrar);
    }
    try {
      ProbeResult<RegisterDomain.Result> finding =
          names.probe(name, intent, registrar, domain -> ours(command, domain, registrar));
      return finding instanceof ProbeResult.NoTrace
              && intent.inDoubt()
              && registrar.domain(name).isEmpty()
          ? absent(name, intent, registrar)
          : finding;
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
  }

  private static ProbeResult<RegisterDomain.Result> ours(
      RegisterDomain command, ReadDomain.Result domain, Reader registrar) {
    return isOfAnother(command.registration().registrant(), domain.ownerContact(), registrar)
        ? new ProbeResult.Inconclusive<>("the name is in the account, but with another registrant")
        : new ProbeResult.Executed<>(
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

  private static ProbeResult<RegisterDomain.Result> absent(
      DomainName name, Intent intent, Reader registrar) {
    boolean charged = Charges.isThereOne(name, intent, registrar);
    if (registrar.isFree(name)) {
      return charged
          ? new ProbeResult.Inconclusive<>(
              "the account was charged for the name, which still counts as free")
          : new ProbeResult.NoTrace<>();
    }
    return new ProbeResult.Inconclusive<>(
        charged
            ? "the account was charged for the name, which it does not show yet"
            : "the name is no longer free, and the account does not show it");
  }

  // A name stays available while applications for it are pending, and the registrar would accept a
  // second one.
  private ProbeResult<RegisterDomain.Result> unlessListedLater(
      ProbeResult<RegisterDomain.Result> finding,
      DomainName name,
      Intent intent,
      Reader registrar) {
    if (!(finding instanceof ProbeResult.NoTrace) || !intent.inDoubt()) {
      return finding;
    }
    if (Charges.isThereOne(name, intent, registrar)) {
      return new ProbeResult.Inconclusive<>(
          "the account was charged for the name, and no application for it is listed");
    }
    Instant listed =
        Objects.requireNonNullElse(intent.doubtSince(), intent.intendedAt()).plus(LISTED_WITHIN);
    return clock.instant().isBefore(listed)
        ? new ProbeResult.Inconclusive<>(
            "no application is listed, and one may be listed late until " + listed, false, listed)
        : finding;
  }
}
