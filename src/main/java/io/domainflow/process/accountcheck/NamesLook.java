package io.domainflow.process.accountcheck;

import io.domainflow.account.Accounts;
import io.domainflow.account.RenewalModeDrift;
import io.domainflow.process.accountcheck.RenewalModes.Differing;
import io.domainflow.process.domain.NameList;
import io.domainflow.process.domain.NameList.Listing;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at the names of an account, and sets their modes where the account wants that. */
@Component
class NamesLook {

  private final NameList list;
  private final RenewalModes modes;
  private final ModeCorrection correction;
  private final MissingNames missing;
  private final Accounts accounts;

  NamesLook(
      NameList list,
      RenewalModes modes,
      ModeCorrection correction,
      MissingNames missing,
      Accounts accounts) {
    this.list = list;
    this.modes = modes;
    this.correction = correction;
    this.missing = missing;
    this.accounts = accounts;
  }

  NameListResult look(String account, RegistrarGateway registrar) {
    Listing listing = list.read(account, registrar);
    List<Differing> differing = modes.differing(account, listing.names());
    List<String> wrong =
        correctsModes(account)
            ? correction.set(account, differing, registrar)
            : differing.stream().map(Differing::text).toList();
    return new NameListResult(
        listing.begunAt(), wrong, missing.look(account, listing.begunAt(), registrar));
  }

  private boolean correctsModes(String account) {
    return accounts
        .find(account)
        .filter(found -> found.renewals().modeDrift() == RenewalModeDrift.MEND)
        .isPresent();
  }
}
