package io.domainflow.process.accountcheck;

import io.domainflow.ispapi.command.QueryDeletedDomain;
import io.domainflow.ispapi.command.QueryObjectLogList;
import io.domainflow.ispapi.command.QueryObjectLogList.Entry;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.GoneDomain;
import io.domainflow.order.GoneDomains;
import io.domainflow.order.GoneDomains.Missing;
import io.domainflow.process.PlainTime;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks by itself for each name that the list of an account did not have twice in a row. */
@Component
class MissingNames {

  /** Names asked about in one look; the others follow in the next ones. */
  private static final int MOST = 100;

  // How far back before it was seen last, as the log and the list may not be of the same moment.
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final int ENTRIES = 20;

  private final GoneDomains domains;

  MissingNames(GoneDomains domains) {
    this.domains = domains;
  }

  /** What the look has shown: names that have left, and names that are there all the same. */
  record Found(List<GoneDomain> gone, List<DomainName> here) {}

  Found look(String account, Instant begun, RegistrarGateway registrar) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    for (Missing name : domains.missingAgain(account, begun, MOST)) {
      try {
        look(account, name, found, registrar);
      } catch (Unavailable e) {
        // It may be about this one name only, which the next look asks about again.
        if (e.isRegistrarAway()) {
          throw e;
        }
      }
    }
    return found;
  }

  private static void look(String account, Missing name, Found found, RegistrarGateway registrar) {
    try {
      registrar.ask(account, new StatusDomain(name.domain()));
      found.here().add(name.domain());
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.AUTHORIZATION_FAILED)) {
        found.gone().add(away(name.domain(), "it is in another account at the registrar"));
      } else if (e.isOneOf(ResultCode.NOT_FOUND)) {
        found.gone().add(whereTo(account, name, registrar));
      }
    }
  }

  private static GoneDomain whereTo(String account, Missing name, RegistrarGateway registrar) {
    DomainName domain = name.domain();
    Optional<Entry> transfer = transfer(account, name, registrar);
    if (transfer.isPresent()) {
      return away(
          domain,
          "it was transferred to another registrar, by the registrar's log on "
              + PlainTime.of(transfer.get().at()));
    }
    QueryDeletedDomain.Result deleted = deleted(account, domain, registrar);
    if (deleted.restorable()) {
      return new GoneDomain(
          domain,
          DomainStatus.DELETED,
          "it was deleted, and can be restored until " + PlainTime.of(deleted.until()),
          deleted.until());
    }
    return new GoneDomain(
        domain,
        DomainStatus.UNKNOWN,
        "the registrar does not know it any more and says nothing of what became of it; seen last on "
            + PlainTime.of(name.lastSeen()),
        null);
  }

  private static GoneDomain away(DomainName domain, String how) {
    return new GoneDomain(domain, DomainStatus.TRANSFERRED_AWAY, how, null);
  }

  // Not every login may read the log, or the list of deleted names: then nothing is known of it.
  private static Optional<Entry> transfer(
      String account, Missing name, RegistrarGateway registrar) {
    Instant since = name.lastSeen().minus(BEFORE);
    try {
      return registrar
          .ask(account, new QueryObjectLogList(name.domain(), since, ENTRIES))
          .entries()
          .stream()
          .filter(entry -> entry.operation().equals("OUTBOUND_TRANSFER"))
          .filter(entry -> entry.status().equals("SUCCESSFUL"))
          .findFirst();
    } catch (Refused | AccessRefused e) {
      return Optional.empty();
    }
  }

  private static QueryDeletedDomain.Result deleted(
      String account, DomainName domain, RegistrarGateway registrar) {
    try {
      return registrar.ask(account, new QueryDeletedDomain(domain));
    } catch (Refused | AccessRefused e) {
      return new QueryDeletedDomain.Result(false, null);
    }
  }
}
