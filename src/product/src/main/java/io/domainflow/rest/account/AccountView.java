package io.domainflow.rest.account;

import io.domainflow.account.DesignatedAgent;
import io.domainflow.account.DriftRule;
import io.domainflow.account.NameKeeping;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it. The password is never shown.
 *
 * @param setByConfiguration members that cannot be changed here
 */
record AccountView(
    String name,
    RegistrarSystem system,
    String login,
    @Nullable String clientAddress,
    int quotaSoft,
    int quotaHard,
    List<String> nameservers,
    @Nullable String adminContact,
    @Nullable String techContact,
    @Nullable String billingContact,
    RenewalMode renewalMode,
    boolean transferLock,
    RegistrantChangeMode registrantChangeMode,
    String registrantChangePolicy,
    Map<String, DriftRule> drift,
    boolean automaticRestore,
    boolean transferOutFourEyes,
    @Nullable DesignatedAgent designatedAgent,
    Source source,
    Set<String> setByConfiguration) {

  /** Where an account comes from. */
  enum Source {
    CONFIGURATION,
    REST
  }

  static AccountView of(ResellerAccount account, Set<String> configured) {
    return new AccountView(
        account.name(),
        account.system(),
        account.login(),
        account.clientAddress(),
        account.quota().soft(),
        account.quota().hard(),
        account.defaults().nameservers().stream().map(Nameserver::host).toList(),
        account.defaults().contacts().get(ContactRole.ADMIN),
        account.defaults().contacts().get(ContactRole.TECH),
        account.defaults().contacts().get(ContactRole.BILLING),
        account.defaults().renewalMode(),
        account.defaults().transferLock(),
        account.registrantChangeMode(),
        account.registrantChangePolicy().version(),
        drift(account.keeping()),
        account.keeping().automaticRestore(),
        account.keeping().transferOutFourEyes(),
        account.designatedAgent(),
        configured.isEmpty() ? Source.REST : Source.CONFIGURATION,
        configured);
  }

  private static Map<String, DriftRule> drift(NameKeeping keeping) {
    Map<String, DriftRule> drift = new LinkedHashMap<>();
    keeping.drift().forEach((section, rule) -> drift.put(section.member(), rule));
    return drift;
  }
}
