package io.domainflow.sandbox.cnr.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Lateness;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DeletedName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryDomainHistoryList implements CnrHandler {

  private final Clock clock;

  CnrQueryDomainHistoryList(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional(
            "MINDATE",
            "MAXDATE",
            "HISTORYID",
            "DOMAIN",
            "ZONE",
            "REASON",
            "STATUS",
            "WIDE",
            "FIRST",
            "LIMIT",
            "ORDER",
            "ORDERBY");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant();
    Predicate<Instant> time = call.between("DATE").and(since(call, now));
    Profile profile = Profile.of(transaction);
    Instant shownUntil = Lateness.shownUntil(now, transaction);
    List<DeletedName> rows =
        transaction.all(Table.DELETED).stream()
            .filter(deleted -> deleted.isOf(call.account()))
            .filter(deleted -> !deleted.deletedAt().isAfter(shownUntil))
            .filter(deleted -> time.test(deleted.deletedAt()))
            .filter(deleted -> fits(call, "DOMAIN", deleted.domain()))
            .filter(deleted -> fits(call, "ZONE", zone(deleted)))
            .filter(deleted -> fits(call, "REASON", "DELETED"))
            .filter(deleted -> fits(call, "HISTORYID", historyId(deleted)))
            .filter(deleted -> fits(call, "STATUS", filter(deleted, now)))
            .sorted(order(call))
            .toList();
    Map<String, Function<DeletedName, String>> columns = Listing.columns();
    columns.put("historyid", CnrQueryDomainHistoryList::historyId);
    columns.put("deleteddate", deleted -> CnrDate.of(deleted.deletedAt()));
    columns.put("domain", DeletedName::domain);
    columns.put("zone", CnrQueryDomainHistoryList::zone);
    columns.put("reason", deleted -> "DELETED");
    columns.put("status", deleted -> status(deleted, now, profile));
    columns.put("status until", deleted -> CnrDate.of(until(deleted, now)));
    return Listing.of(call, rows, columns);
  }

  private static Predicate<Instant> since(ReceivedCommand call, Instant now) {
    Instant aMonthAgo = now.atOffset(ZoneOffset.UTC).minusMonths(1).toInstant();
    return call.value("MINDATE").isPresent() ? time -> true : time -> !time.isBefore(aMonthAgo);
  }

  private static Comparator<DeletedName> order(ReceivedCommand call) {
    Comparator<DeletedName> ascending =
        call.value("ORDERBY").filter("DOMAIN"::equalsIgnoreCase).isPresent()
            ? Comparator.comparing(DeletedName::domain)
            : Comparator.comparing(DeletedName::deletedAt).thenComparing(DeletedName::domain);
    return call.value("ORDER").filter("DESC"::equalsIgnoreCase).isPresent()
        ? ascending.reversed()
        : ascending;
  }

  private static boolean fits(ReceivedCommand call, String filter, String text) {
    return Wildcard.matches(call.value(filter).orElse("*"), text);
  }

  static String historyId(DeletedName deleted) {
    return Long.toString(deleted.deletedAt().getEpochSecond());
  }

  private static String zone(DeletedName deleted) {
    return deleted.domain().substring(deleted.domain().indexOf('.') + 1);
  }

  private static String filter(DeletedName deleted, Instant now) {
    return deleted.restorableAt(now) ? "REDEMPTIONPERIOD" : "PENDINGDELETE";
  }

  /** The status of a deleted name. */
  static String status(DeletedName deleted, Instant now, Profile profile) {
    if (deleted.restore() != null) {
      return "pendingRestore";
    }
    if (!deleted.restorableAt(now)) {
      return "pendingDelete";
    }
    return profile == Profile.A ? "redemptionGrace" : "redemptionPeriod";
  }

  /** When that status ends. */
  static Instant until(DeletedName deleted, Instant now) {
    if (deleted.restore() != null) {
      return deleted.restore().dueAt();
    }
    return deleted.restorableAt(now) ? deleted.restorableUntil() : deleted.freeAt();
  }
}
