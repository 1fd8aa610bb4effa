package io.domainflow.process.accountcheck;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.domain.DepartedDomain;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.domain.DepartedDomains.Missing;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks up each name that was missing from the account's list twice in a row. */
@Component
class MissingNames {

  /** Names looked up in one check; the others follow in the next ones. */
  private static final int MOST = 100;

  private final DepartedDomains domains;

  MissingNames(DepartedDomains domains) {
    this.domains = domains;
  }

  /** The result: names that have left, and names that are still there. */
  record Result(List<DepartedDomain> gone, List<DomainName> here) {}

  Result find(String account, Instant begun, RegistrarGateway registrar) {
    Result found = new Result(new ArrayList<>(), new ArrayList<>());
    for (Missing name : domains.missingAgain(account, begun, MOST)) {
      try {
        MissingNameLookup.Result place =
            MissingNameLookup.find(name.domain(), name.lastSeen(), registrar.reader(account));
        if (place instanceof MissingNameLookup.Result.Gone gone) {
          found.gone().add(seenLast(gone.name(), name));
        } else {
          found.here().add(name.domain());
        }
      } catch (Refused e) {
        // The answer shows neither that the name is in the account nor that it has left: the next
        // check asks again.
      } catch (Unavailable e) {
        // The failure may concern only this name, which the next check looks up again.
        if (e.isRegistrarAway()) {
          throw e;
        }
      }
    }
    return found;
  }

  private static DepartedDomain seenLast(DepartedDomain gone, Missing name) {
    return gone.status() == DomainStatus.UNKNOWN
        ? new DepartedDomain(
            gone.domain(),
            gone.status(),
            gone.how() + "; seen last on " + PlainTime.of(name.lastSeen()),
            null)
        : gone;
  }
}
