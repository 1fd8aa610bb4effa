package io.domainflow.account;

import io.domainflow.account.AccountProperties.Account;
import io.domainflow.account.AccountProperties.Agent;
import io.domainflow.model.ContactRole;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Resettable;
import io.domainflow.model.Section;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes the accounts in the configuration to the database before the first order can arrive. The
 * configuration sets its values at each start and they cannot be changed otherwise; other values
 * are kept.
 */
@Component
@EnableConfigurationProperties(AccountProperties.class)
public class ConfiguredAccounts implements InitializingBean, Resettable {

  private final AccountProperties properties;
  private final Accounts accounts;
  private final OpenOrderCount use;

  ConfiguredAccounts(AccountProperties properties, Accounts accounts, OpenOrderCount use) {
    this.properties = properties;
    this.accounts = accounts;
    this.use = use;
  }

  /** Names of the members that the configuration sets; empty for an account that is not in it. */
  public Set<String> membersOf(String account) {
    Account configured = properties.accounts().get(account);
    if (configured == null) {
      return Set.of();
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("system", configured.system());
    members.put("login", configured.login());
    members.put("password", configured.password());
    members.put("clientAddress", configured.clientAddress());
    members.put("quotaSoft", configured.quotaSoft());
    members.put("quotaHard", configured.quotaHard());
    members.put("nameservers", configured.nameservers());
    members.put("adminContact", configured.adminContact());
    members.put("techContact", configured.techContact());
    members.put("billingContact", configured.billingContact());
    members.put("renewalMode", configured.renewalMode());
    members.put("transferLock", configured.transferLock());
    members.put("registrantChangeMode", configured.registrantChangeMode());
    members.put("registrantChangePolicy", configured.registrantChangePolicy());
    members.put("drift", configured.drift());
    members.put("automaticRestore", configured.automaticRestore());
    members.put("transferOutFourEyes", configured.transferOutFourEyes());
    members.put("designatedAgent", configured.designatedAgent());
    members.values().removeIf(value -> value == null || "".equals(value));
    return new TreeSet<>(members.keySet());
  }

  @Override
  public void afterPropertiesSet() {
    refuseAnotherMasterKey();
    properties.accounts().forEach(this::refuseAnotherSystem);
    properties
        .accounts()
        .forEach((name, configured) -> save(name, configured, accounts.find(name)));
  }

  // Otherwise the table would contain passwords encrypted with different keys.
  private void refuseAnotherMasterKey() {
    try {
      accounts.allAccess();
    } catch (IllegalStateException e) {
      throw AccountSettingsRefused.anotherMasterKey(e);
    }
  }

  // Each system has separate names, contacts and money: an order cannot continue on a different
  // one.
  private void refuseAnotherSystem(String name, Account configured) {
    RegistrarSystem before =
        accounts.find(name).map(ResellerAccount::system).orElse(configured.system());
    if (configured.system() == null || configured.system() == before) {
      return;
    }
    int open = use.openOrders(name);
    if (open > 0) {
      throw new AccountSettingsRefused(
          "domainflow.accounts.%s.system is %s, but the account has %d open %s on %s, and they cannot continue elsewhere. Nothing was changed. Set it back to %s and let them end or cancel them first, or use another account name for %s."
              .formatted(
                  name,
                  configured.system(),
                  open,
                  open == 1 ? "order" : "orders",
                  before,
                  before,
                  configured.system()),
          null);
    }
  }

  /** Resets the accounts to those in the configuration. */
  @Override
  public void startOver() {
    properties.accounts().forEach((name, configured) -> save(name, configured, Optional.empty()));
  }

  private void save(String name, Account configured, Optional<ResellerAccount> stored) {
    RegistrarSystem system = configured.system();
    String login = configured.login();
    String password = configured.password();
    if (system == null
        || login == null
        || login.isBlank()
        || password == null
        || password.isBlank()) {
      throw new AccountSettingsRefused(
          "domainflow.accounts."
              + name
              + " needs a system ("
              + Arrays.stream(RegistrarSystem.values())
                  .map(RegistrarSystem::name)
                  .collect(Collectors.joining(", "))
              + "), a login and a password.",
          null);
    }
    try {
      ResellerAccount otherwise = stored.orElseGet(() -> ResellerAccount.of(name, system, ""));
      accounts.save(
          merged(
              AccountRules.name(name),
              system,
              AccountRules.login(login, system.platform()),
              configured,
              otherwise),
          password);
    } catch (InvalidValue e) {
      throw new AccountSettingsRefused(
          "domainflow.accounts." + name + " cannot be used: a value " + e.getMessage() + ".", e);
    }
  }

  private static ResellerAccount merged(
      String name,
      RegistrarSystem system,
      String login,
      Account configured,
      ResellerAccount otherwise) {
    return new ResellerAccount(
        name,
        system,
        login,
        clientAddress(system.platform(), configured, otherwise),
        new Quota(
            or(configured.quotaSoft(), otherwise.quota().soft()),
            or(configured.quotaHard(), otherwise.quota().hard())),
        new OrderDefaults(
            configured.nameservers() == null
                ? otherwise.defaults().nameservers()
                : nameservers(configured.nameservers()),
            contacts(configured, otherwise.defaults().contacts()),
            or(configured.renewalMode(), otherwise.defaults().renewalMode()),
            or(configured.transferLock(), otherwise.defaults().transferLock())),
        or(configured.registrantChangeMode(), otherwise.registrantChangeMode()),
        policy(system, configured, otherwise.registrantChangePolicy()),
        new NameKeeping(
            drift(configured, otherwise.keeping()),
            or(configured.automaticRestore(), otherwise.keeping().automaticRestore()),
            or(configured.transferOutFourEyes(), otherwise.keeping().transferOutFourEyes())),
        configured.designatedAgent() == null
            ? otherwise.designatedAgent()
            : agent(configured.designatedAgent()));
  }

  private static Map<Section, DriftRule> drift(Account configured, NameKeeping otherwise) {
    Map<Section, DriftRule> drift = new EnumMap<>(otherwise.drift());
    if (configured.drift() != null) {
      drift.putAll(configured.drift());
    }
    return drift;
  }

  private static @Nullable String clientAddress(
      Platform platform, Account configured, ResellerAccount otherwise) {
    Optional<String> given = given(configured.clientAddress());
    return given.isPresent()
        ? AccountRules.clientAddress(given.get(), platform)
        : platform.takesClientAddress() ? otherwise.clientAddress() : null;
  }

  private static RegistrantChangePolicy policy(
      RegistrarSystem system, Account configured, RegistrantChangePolicy otherwise) {
    try {
      return given(configured.registrantChangePolicy())
          .map(RegistrantChangePolicy::of)
          .orElse(otherwise)
          .on(system);
    } catch (InvalidValue e) {
      throw new InvalidValue("of registrant-change-policy " + e.getMessage());
    }
  }

  private static List<Nameserver> nameservers(List<String> hosts) {
    return hosts.stream().map(Nameserver::of).toList();
  }

  private static Map<ContactRole, String> contacts(
      Account configured, Map<ContactRole, String> otherwise) {
    Map<ContactRole, String> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(otherwise);
    putIfGiven(contacts, ContactRole.ADMIN, configured.adminContact());
    putIfGiven(contacts, ContactRole.TECH, configured.techContact());
    putIfGiven(contacts, ContactRole.BILLING, configured.billingContact());
    return contacts;
  }

  private static void putIfGiven(
      Map<ContactRole, String> contacts, ContactRole role, @Nullable String handle) {
    given(handle).map(AccountRules::handle).ifPresent(known -> contacts.put(role, known));
  }

  private static DesignatedAgent agent(Agent agent) {
    String attestedBy = agent.attestedBy();
    Instant attestedAt = agent.attestedAt();
    String termsVersion = agent.termsVersion();
    if (attestedBy == null
        || attestedBy.isBlank()
        || attestedAt == null
        || termsVersion == null
        || termsVersion.isBlank()) {
      throw new InvalidValue(
          "of designated-agent is missing: attested-by, attested-at and terms-version are needed");
    }
    return new DesignatedAgent(attestedBy, attestedAt, termsVersion);
  }

  private static <T> T or(@Nullable T configured, T otherwise) {
    return configured == null ? otherwise : configured;
  }

  /** The trimmed value of a setting; empty if it is missing or blank. */
  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
