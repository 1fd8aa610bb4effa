package io.domainflow.process.authcode;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.Decided;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.authcode.GetAuthCodeWorker.Got;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.tld.AuthCodeRoute;
import io.domainflow.tld.TldCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gets the code by the method of its zone. A new code makes the previous one void, so it may be
 * issued again if an answer is lost. If the registrar gives no code, the transfer lock that was
 * opened for it is set again.
 */
@Component
class GetAuthCodeWorker implements Worker.Asking<Got> {

  /** The name of a decision in LeavingPolicy.dmn. */
  static final String AFTERWARDS = "AuthCodeAfterwards";

  /**
   * The result.
   *
   * @param code null if it is mailed, not issued yet, or refused
   * @param mailed whether the registry mails it
   * @param mailedBefore whether the registry mailed one before, which is still valid
   * @param failure why there is no code; null if there is one, or may be one later
   * @param stillOpen whether the registrar then refused to set the transfer lock again
   */
  record Got(
      ReadDomain.@Nullable Result domain,
      @Nullable AuthCode code,
      @Nullable Instant validUntil,
      boolean mailed,
      boolean mailedBefore,
      @Nullable Failure failure,
      boolean stillOpen) {

    /** A code that is available, in the mail, or not issued yet. */
    static Got of(
        ReadDomain.Result domain,
        @Nullable AuthCode code,
        @Nullable Instant validUntil,
        boolean mailed,
        boolean mailedBefore) {
      return new Got(domain, code, validUntil, mailed, mailedBefore, null, false);
    }

    /** No code, and the reason. */
    static Got failed(Failure failure, boolean stillOpen) {
      return new Got(null, null, null, false, false, failure, stillOpen);
    }

    @Override
    public String toString() {
      return "Got[code " + (code == null ? "none" : "***") + "]";
    }
  }

  private final AuthCodeGuard guard;
  private final NameInAccount names;
  private final TldCatalogue tlds;
  private final AuthCodes codes;
  private final EndedAuthCodes ended;
  private final AuthCodeWait wait;
  private final AuthCodeObstacles obstacles;
  private final DecisionTables tables;
  private final DomainReadings readings;
  private final Orders orders;
  private final Clock clock;

  GetAuthCodeWorker(
      AuthCodeGuard guard,
      NameInAccount names,
      TldCatalogue tlds,
      AuthCodes codes,
      EndedAuthCodes ended,
      AuthCodeWait wait,
      AuthCodeObstacles obstacles,
      DecisionTables tables,
      DomainReadings readings,
      Orders orders,
      Clock clock) {
    this.guard = guard;
    this.names = names;
    this.tlds = tlds;
    this.codes = codes;
    this.ended = ended;
    this.wait = wait;
    this.obstacles = obstacles;
    this.tables = tables;
    this.readings = readings;
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public Got ask(ProvisioningOrder order, RegistrarGateway registrar) {
    guard.checkApproved(order.id());
    String account = order.content().account();
    AuthCodes.Course course = codes.course(order.id());
    Presence found = names.find(order.content().domain(), registrar.reader(account));
    if (found instanceof Presence.Absent absent) {
      // the name has left while the registry was issuing the code: no lock is left to set again
      return Got.failed(absent.failure(), false);
    }
    Failure failure;
    try {
      Optional<Failure> disputed = obstacles.disputed(order);
      if (disputed.isPresent()) {
        return protectedAgain(order, disputed.get(), course, registrar);
      }
      ReadDomain.Result domain = ((Presence.Here) found).domain();
      Got got = get(order, domain, course.pendingSince() != null, registrar);
      boolean overdue =
          got.code() == null
              && !got.mailed()
              && course.pendingSince() != null
              && !wait.hasTimeLeft(course.pendingSince());
      if (!overdue) {
        return got;
      }
      failure = AuthCodeFailures.notMade(order);
    } catch (Refused e) {
      if (e.saysNotHere()) {
        throw e;
      }
      failure = AuthCodeFailures.codeRefused(order, e.words(), e.code());
    }
    return protectedAgain(order, failure, course, registrar);
  }

  private static Got protectedAgain(
      ProvisioningOrder order,
      Failure failure,
      AuthCodes.Course course,
      RegistrarGateway registrar) {
    Optional<String> refusal =
        course.unlocked() ? LockAgain.set(order, registrar) : Optional.empty();
    return Got.failed(
        AuthCodeFailures.withLock(failure, course.unlocked(), refusal), refusal.isPresent());
  }

  private Got get(
      ProvisioningOrder order,
      ReadDomain.Result domain,
      boolean requested,
      RegistrarGateway registrar) {
    String account = order.content().account();
    DomainName name = order.content().domain();
    AuthCodeRoute route = route(order);
    if (route == AuthCodeRoute.MAILED_BY_REGISTRY) {
      Optional<MailAuthCode.Result> mailed = mail(account, name, registrar);
      if (mailed.isPresent()) {
        return Got.of(domain, null, null, true, mailed.get().alreadyMailed());
      }
    }
    boolean atRegistry = route != AuthCodeRoute.READ;
    if (route != AuthCodeRoute.CREATE_AT_REGISTRY || requested) {
      ReadAuthCode.Result read = registrar.ask(account, new ReadAuthCode(name));
      if (read.authCode() != null || requested) {
        return Got.of(domain, read.authCode(), read.validUntil(), false, false);
      }
    }
    CreateAuthCode.Result made = registrar.ensure(account, new CreateAuthCode(name, atRegistry));
    if (made.authCode() != null || made.pending()) {
      return Got.of(domain, made.authCode(), made.validUntil(), false, false);
    }
    ReadAuthCode.Result read = registrar.ask(account, new ReadAuthCode(name));
    return Got.of(domain, read.authCode(), read.validUntil(), false, false);
  }

  // Empty if the platform has no command for it: there the code is read or created.
  private static Optional<MailAuthCode.Result> mail(
      String account, DomainName name, RegistrarGateway registrar) {
    try {
      return Optional.of(registrar.ensure(account, new MailAuthCode(name)));
    } catch (Refused e) {
      if (!e.isFor(RefusalReason.NOT_OFFERED)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private AuthCodeRoute route(ProvisioningOrder order) {
    return tlds.policyOfOrdered(order.content().domain()).authCodeRoute();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Got got) {
    if (got.failure() != null) {
      codes.unlocked(order.id(), got.stillOpen());
      orders.awaitsRegistry(order.id(), false);
      orders.recordFailure(order.id(), got.failure());
      return StepResult.done(StepVariables.of(AuthCodeProcess.CODE_STATE, "REFUSED"));
    }
    if (got.code() == null && !got.mailed()) {
      codes.pending(order.id());
      orders.awaitsRegistry(order.id(), true);
      return StepResult.done(
          StepVariables.of(
              AuthCodeProcess.CODE_STATE,
              "AT_REGISTRY",
              AuthCodeProcess.NEXT_LOOK_AT,
              wait.nextLookAt()));
    }
    // a dispute either precedes this and is found below, or waits and finds the code
    orders.lock(order.id());
    ReadDomain.Result domain =
        Objects.requireNonNull(got.domain(), "the name was read before its code was got");
    Map<String, Object> decided =
        tables.decide(
            AFTERWARDS,
            Map.of(
                OrderVariables.ACCOUNT, order.content().account(), "route", route(order).name()));
    boolean voids = got.code() != null && Boolean.TRUE.equals(decided.get("voids"));
    Instant end =
        got.validUntil() != null
            ? got.validUntil()
            : clock.instant().plus(Duration.ofDays(Decided.number(decided, "days").longValue()));
    codes.ends(order.id(), end, voids);
    Instant validUntil = voids ? end : got.validUntil();
    if (got.code() != null) {
      codes.keep(order.id(), got.code(), validUntil, end);
      ended.replaced(order, got.code());
    }
    if (obstacles.disputed(order).isPresent()) {
      ended.endNow(order.content().account(), order.content().domain());
    }
    readings.store(order, domain);
    // an end before the registrant is told would leave a code that nobody monitors
    orders.awaitsRegistry(order.id(), true);
    orders.inProgress(order.id());
    orders.recordOutcome(
        order.id(),
        new Outcome(
            got.mailed() ? Outcome.Code.AUTH_CODE_MAILED : Outcome.Code.AUTH_CODE_ISSUED,
            domain.expiresAt(),
            domain.renewalMode().orElse(null),
            null,
            validUntil,
            AuthCodeRemarks.of(got, codes.course(order.id()), obstacles.young(order, domain))));
    return StepResult.done(
        StepVariables.of(
            AuthCodeProcess.CODE_STATE,
            "HERE",
            AuthCodeProcess.LOCK_TO_AWAIT,
            codes.course(order.id()).isToUndo()));
  }
}
