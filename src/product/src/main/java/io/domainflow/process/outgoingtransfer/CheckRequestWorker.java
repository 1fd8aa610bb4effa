package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.domain.RegistrantAddress;
import io.domainflow.process.outgoingtransfer.CheckRequestWorker.Result;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the name of a request, compares it with its wanted settings, and says what speaks against
 * letting it go. If the name has already left, nobody is asked: the outcome is looked up at once.
 */
@Component
class CheckRequestWorker implements Worker.OfAccount<Result> {

  /** The settings that a thief changes before moving a name. */
  private static final Set<Section> TOUCHED =
      EnumSet.of(
          Section.NAMESERVERS, Section.REGISTRANT_DETAILS, Section.CONTACTS, Section.TRANSFER_LOCK);

  private final OutgoingTransfers transfers;
  private final StoredDomains domains;
  private final StoredSections sections;
  private final TransferSigns signs;
  private final RegistrantMailAddresses mails;
  private final Clock clock;

  CheckRequestWorker(
      OutgoingTransfers transfers,
      StoredDomains domains,
      StoredSections sections,
      TransferSigns signs,
      RegistrantMailAddresses mails,
      Clock clock) {
    this.transfers = transfers;
    this.domains = domains;
    this.sections = sections;
    this.signs = signs;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * The result of a check.
   *
   * @param askedAt time before the registrar was asked
   * @param name empty if it is not here
   * @param address the registrant's mail address; empty if there is none
   */
  record Result(Instant askedAt, Optional<ReadDomain.Result> name, Optional<String> address) {}

  @Override
  public Result ask(AccountStep step, RegistrarGateway registrar) {
    Instant askedAt = clock.instant();
    Reader reader = registrar.reader(step.account());
    Optional<ReadDomain.Result> name = reader.domain(NameKey.of(step.businessKey()).domain());
    return new Result(askedAt, name, name.flatMap(read -> RegistrantAddress.of(read, reader)));
  }

  @Override
  public StepResult conclude(AccountStep step, Result seen) {
    NameKey key = NameKey.of(step.businessKey());
    // an address that was changed within the same contact shows nowhere else
    seen.address().ifPresent(address -> mails.seen(key.account(), key.domain(), address));
    seen.name().ifPresent(read -> store(key, read, seen.askedAt()));
    Optional<OutgoingTransfer> open = transfers.open(key.account(), key.domain());
    return StepResult.done(
        seen.name().isPresent() && open.isPresent() ? toAnswer(open.get()) : nothingToAnswer());
  }

  private void store(NameKey key, ReadDomain.Result read, Instant askedAt) {
    domains.read(
        key.account(),
        key.domain(),
        DomainReadings.reading(read),
        askedAt,
        StoredSection.Source.REFRESH);
    transfers
        .lock(key.account(), key.domain())
        .ifPresent(transfer -> transfers.looked(transfer, differing(key, transfer), since(read)));
  }

  private Set<Section> differing(NameKey key, OutgoingTransfer transfer) {
    Map<Section, StoredSection> stored = sections.find(key.account(), key.domain());
    Set<Section> differing = EnumSet.noneOf(Section.class);
    stored.forEach(
        (section, known) -> {
          if (TOUCHED.contains(section) && Boolean.TRUE.equals(known.differs())) {
            differing.add(section);
          }
        });
    // a lock that was set meanwhile is no sign of theft, and an order for the auth code may have
    // opened it
    if (differing.contains(Section.TRANSFER_LOCK)
        && (!isOpened(stored.get(Section.TRANSFER_LOCK))
            || transfers.isUnlockedForCode(transfer))) {
      differing.remove(Section.TRANSFER_LOCK);
    }
    return differing;
  }

  private static boolean isOpened(@Nullable StoredSection lock) {
    return lock != null
        && lock.wanted() != null
        && Boolean.TRUE.equals(lock.wanted().transferLock());
  }

  private static @Nullable Instant since(ReadDomain.Result read) {
    return Stream.of(read.createdAt(), read.transferredAt())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private Map<String, Object> toAnswer(OutgoingTransfer transfer) {
    Signs known = signs.of(transfer);
    Instant executesAt = transfer.executesAt();
    return new StepVariables()
        .and(OutgoingTransferProcess.REQUEST, transfer.id().toString())
        .and(OutgoingTransferProcess.ANSWER_BY, known.terms().answerBy(executesAt))
        .and(OutgoingTransferProcess.LOOK_TIMETABLE, timetable(executesAt))
        .and(OutgoingTransferProcess.NEXT_LOOK_AT, later(executesAt))
        .and(OutgoingTransferProcess.ANSWER_REFUSED, transfer.problem() != null)
        .and(known.facts())
        .map();
  }

  /** Once an hour from that time on. */
  private static String timetable(Instant from) {
    return "R/" + from.truncatedTo(ChronoUnit.SECONDS) + "/PT1H";
  }

  // A registry that is late is not asked continuously.
  private Instant later(Instant executesAt) {
    Instant soonest = clock.instant().plus(LookUpOutcomeWorker.LOOK_EVERY);
    return executesAt.isAfter(clock.instant()) ? executesAt : soonest;
  }

  // Decides who answers as for a customer who leaves; the check that follows ends it.
  private Map<String, Object> nothingToAnswer() {
    Instant now = clock.instant();
    return new StepVariables()
        .and(OutgoingTransferProcess.REQUEST, "")
        .and(OutgoingTransferProcess.POLICY_VERSION, "")
        .and(OutgoingTransferProcess.ANSWER_BY, now)
        .and(OutgoingTransferProcess.LOOK_TIMETABLE, timetable(now))
        .and(OutgoingTransferProcess.NEXT_LOOK_AT, now)
        .and(OutgoingTransferProcess.ANSWER_REFUSED, false)
        .and(OutgoingTransferProcess.TO_OTHER_ACCOUNT, false)
        .and(OutgoingTransferProcess.CHANGE_LOCK_RUNNING, false)
        .and(OutgoingTransferProcess.NEW_NAME, false)
        .and(OutgoingTransferProcess.AUTH_CODE_ORDERED, true)
        .and(OutgoingTransferProcess.CODE_LOGIN_NEW, false)
        .and(OutgoingTransferProcess.LOCK_OPENED_LATELY, false)
        .and(OutgoingTransferProcess.SET_UP_CHANGED_LATELY, false)
        .and(OutgoingTransferProcess.OWNER_CHANGED_LATELY, false)
        .and(OutgoingTransferProcess.DISPUTE, TransferSigns.NO_DISPUTE)
        .map();
  }
}
