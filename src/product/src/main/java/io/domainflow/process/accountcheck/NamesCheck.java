package io.domainflow.process.accountcheck;

import io.domainflow.account.Accounts;
import io.domainflow.account.DriftRule;
import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.accountcheck.RenewalModes.Differing;
import io.domainflow.process.domain.NameList;
import io.domainflow.process.domain.NameList.Listing;
import io.domainflow.process.domain.NameListFollower;
import io.domainflow.registrar.RegistrarGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks the names of an account, and sets or adopts their modes by the account's rules. */
@Component
class NamesCheck {

  private final NameList list;
  private final RenewalModes modes;
  private final ModeCorrection correction;
  private final MissingNames missing;
  private final StoredSections sections;
  private final List<NameListFollower> followers;
  private final Accounts accounts;

  NamesCheck(
      NameList list,
      RenewalModes modes,
      ModeCorrection correction,
      MissingNames missing,
      StoredSections sections,
      List<NameListFollower> followers,
      Accounts accounts) {
    this.list = list;
    this.modes = modes;
    this.correction = correction;
    this.missing = missing;
    this.sections = sections;
    this.followers = followers;
    this.accounts = accounts;
  }

  NameListResult check(String account, RegistrarGateway registrar) {
    Listing listing = list.read(account, registrar);
    List<Differing> differing = modes.differing(account, listing.names());
    List<String> wrong =
        switch (rule(account)) {
          case TASK -> differing.stream().map(Differing::explained).toList();
          case MEND -> correction.set(account, differing, registrar);
          case ADOPT -> adopted(account, differing);
        };
    List<Runnable> more =
        followers.stream().map(one -> one.follow(account, listing, registrar)).toList();
    return new NameListResult(
        listing.begunAt(), wrong, more, missing.find(account, listing.begunAt(), registrar));
  }

  // A mode that we do not know cannot be a wanted mode.
  private List<String> adopted(String account, List<Differing> differing) {
    List<String> left = new ArrayList<>();
    for (Differing name : differing) {
      if (name.known()) {
        sections.adopt(account, DomainName.ofManaged(name.domain()), Set.of(Section.RENEWAL_MODE));
      } else {
        left.add(name.text());
      }
    }
    return left;
  }

  private DriftRule rule(String account) {
    return accounts
        .find(account)
        .map(found -> found.keeping().drift().get(Section.RENEWAL_MODE))
        .orElse(DriftRule.TASK);
  }
}
