package io.domainflow.rest.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.AccountRules;
import io.domainflow.account.Accounts;
import io.domainflow.account.DesignatedAgent;
import io.domainflow.account.DriftRule;
import io.domainflow.account.NameKeeping;
import io.domainflow.account.OrderDefaults;
import io.domainflow.account.Quota;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.ContactRole;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.model.Text;
import io.domainflow.rest.RequestValue;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts an administrator's request into an account, or reports all problems. */
@Component
class AccountReader {

  static final Set<String> MEMBERS =
      Set.of(
          "name",
          "system",
          "login",
          "password",
          "clientAddress",
          "quotaSoft",
          "quotaHard",
          "nameservers",
          "adminContact",
          "techContact",
          "billingContact",
          "renewalMode",
          "transferLock",
          "registrantChangeMode",
          "registrantChangePolicy",
          "drift",
          "automaticRestore",
          "transferOutFourEyes",
          "designatedAgent");

  static final Set<String> OF_A_TEST = Set.of("login", "password", "clientAddress");

  private static final int MOST_NAMESERVERS = 13;

  private final Clock clock;

  AccountReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * An account and its password.
   *
   * @param password null to keep the present one
   */
  record Content(ResellerAccount account, @Nullable String password) {

    @Override
    public String toString() {
      return "Content[" + account.name() + ", ***]";
    }
  }

  /**
   * Reads a new account.
   *
   * @param user who is logged in
   * @throws AccountRejected with every problem found
   */
  Content create(JsonNode body, String user) {
    JsonMembers fields = fields(body);
    fields.refuseUnknown(MEMBERS);
    String name = fields.required("name", AccountRules::name);
    RegistrarSystem given =
        fields.required("system", text -> Text.oneOf(RegistrarSystem.class, text));
    // A missing member is refused at the end; the others are checked as for the system that accepts
    // most.
    RegistrarSystem system = Objects.requireNonNullElse(given, RegistrarSystem.SANDBOX);
    String login = fields.required("login", text -> AccountRules.login(text, system.platform()));
    String password = fields.required("password");
    ResellerAccount fresh =
        ResellerAccount.of(
            Objects.requireNonNullElse(name, ""), system, Objects.requireNonNullElse(login, ""));
    ResellerAccount account = settings(fields, fresh, fresh.login(), user);
    refuseIfWrong(fields);
    return new Content(account, password);
  }

  /**
   * Reads changes of an account: missing members stay unchanged, null restores the shipped default.
   *
   * @param configured members that may not be changed
   * @param user who is logged in
   * @throws AccountRejected with every problem found
   */
  Content change(JsonNode body, ResellerAccount account, Set<String> configured, String user) {
    JsonMembers fields = fields(body);
    fields.refuseUnknown(MEMBERS);
    for (String fixed : List.of("name", "system")) {
      if (fields.mentions(fixed)) {
        fields.problem(fixed, "INVALID", "cannot be changed; add another account instead");
      }
    }
    configured.stream()
        .filter(member -> fields.mentions(member) && !member.equals("system"))
        .forEach(
            member ->
                fields.problem(
                    member, "CONFIGURED", "is set by the configuration; change it there"));
    String login = login(fields, account, fields.mentions("login"));
    String password =
        fields.mentions("password") || isOther(login, account) ? password(fields) : null;
    ResellerAccount changed = settings(fields, account, login, user);
    refuseIfWrong(fields);
    return new Content(changed, password);
  }

  /**
   * Reads what a connection test should try in place of the stored values.
   *
   * @param stored the account with its password
   * @throws AccountRejected with every problem found
   */
  Accounts.Access tried(@Nullable JsonNode body, Accounts.Access stored) {
    if (body == null) {
      return stored;
    }
    JsonMembers fields = fields(body);
    fields.refuseUnknown(OF_A_TEST);
    ResellerAccount account = stored.account();
    String login = login(fields, account, fields.has("login"));
    String password =
        fields.has("password") || isOther(login, account) ? password(fields) : stored.password();
    String clientAddress =
        fields.mentions("clientAddress") ? clientAddress(fields, account) : account.clientAddress();
    refuseIfWrong(fields);
    return new Accounts.Access(
        account.with(login, clientAddress), Objects.requireNonNull(password));
  }

  // A wrong login is refused; the rest is checked with the stored one.
  private static String login(JsonMembers fields, ResellerAccount account, boolean given) {
    String login =
        given
            ? fields.required(
                "login", text -> AccountRules.login(text, account.system().platform()))
            : null;
    return login == null ? account.login() : login;
  }

  private static @Nullable String clientAddress(JsonMembers fields, ResellerAccount account) {
    return fields.optional(
        "clientAddress", text -> AccountRules.clientAddress(text, account.system().platform()));
  }

  private static boolean isOther(String login, ResellerAccount account) {
    return !login.equals(account.login());
  }

  // A password belongs to its login: the stored one must not be sent with another login.
  private static @Nullable String password(JsonMembers fields) {
    if (!fields.has("password")) {
      fields.problem("password", "REQUIRED", "is required, and together with another login too");
      return null;
    }
    return fields.required("password");
  }

  private ResellerAccount settings(
      JsonMembers fields, ResellerAccount before, String login, String user) {
    ResellerAccount shipped = ResellerAccount.of(before.name(), before.system(), login);
    OrderDefaults defaults = before.defaults();
    return new ResellerAccount(
        before.name(),
        before.system(),
        login,
        fields.mentions("clientAddress") ? clientAddress(fields, before) : before.clientAddress(),
        quota(fields, before.quota()),
        new OrderDefaults(
            fields.mentions("nameservers") ? nameservers(fields) : defaults.nameservers(),
            contacts(fields, defaults.contacts()),
            given(
                fields,
                "renewalMode",
                member -> fields.optional(member, text -> Text.oneOf(RenewalMode.class, text)),
                defaults.renewalMode(),
                shipped.defaults().renewalMode()),
            given(
                fields,
                "transferLock",
                fields::flag,
                defaults.transferLock(),
                shipped.defaults().transferLock())),
        given(
            fields,
            "registrantChangeMode",
            member -> fields.optional(member, text -> Text.oneOf(RegistrantChangeMode.class, text)),
            before.registrantChangeMode(),
            shipped.registrantChangeMode()),
        policy(fields, before, shipped.registrantChangePolicy()),
        keeping(fields, before.keeping()),
        fields.mentions("designatedAgent")
            ? designatedAgent(fields, user)
            : before.designatedAgent());
  }

  private static NameKeeping keeping(JsonMembers fields, NameKeeping before) {
    return new NameKeeping(
        fields.mentions("drift") ? drift(fields, before.drift()) : before.drift(),
        given(
            fields,
            "automaticRestore",
            fields::flag,
            before.automaticRestore(),
            NameKeeping.SHIPPED.automaticRestore()),
        given(
            fields,
            "transferOutFourEyes",
            fields::flag,
            before.transferOutFourEyes(),
            NameKeeping.SHIPPED.transferOutFourEyes()));
  }

  private static Map<Section, DriftRule> drift(JsonMembers fields, Map<Section, DriftRule> before) {
    JsonMembers given = fields.object("drift");
    if (given == null) {
      return NameKeeping.SHIPPED.drift();
    }
    given.refuseUnknown(
        NameKeeping.WATCHED.stream().map(Section::member).collect(Collectors.toSet()));
    Map<Section, DriftRule> drift = new EnumMap<>(before);
    for (Section section : NameKeeping.WATCHED) {
      drift.put(
          section,
          given(
              given,
              section.member(),
              member -> given.optional(member, text -> Text.oneOf(DriftRule.class, text)),
              Objects.requireNonNull(before.get(section)),
              Objects.requireNonNull(NameKeeping.SHIPPED.drift().get(section))));
    }
    return drift;
  }

  private static RegistrantChangePolicy policy(
      JsonMembers fields, ResellerAccount before, RegistrantChangePolicy shipped) {
    return given(
        fields,
        "registrantChangePolicy",
        member ->
            fields.optional(member, text -> RegistrantChangePolicy.of(text).on(before.system())),
        before.registrantChangePolicy(),
        shipped);
  }

  private static Quota quota(JsonMembers fields, Quota before) {
    int soft = given(fields, "quotaSoft", fields::number, before.soft(), Quota.DEFAULT.soft());
    int hard = given(fields, "quotaHard", fields::number, before.hard(), Quota.DEFAULT.hard());
    try {
      return new Quota(soft, hard);
    } catch (InvalidValue e) {
      fields.problem(
          fields.has("quotaSoft") ? "quotaSoft" : "quotaHard", "INVALID", e.getMessage());
      return before;
    }
  }

  private static List<Nameserver> nameservers(JsonMembers fields) {
    List<Nameserver> nameservers = fields.list("nameservers", Nameserver::of);
    if (nameservers.size() > MOST_NAMESERVERS
        || new HashSet<>(nameservers).size() < nameservers.size()) {
      fields.problem(
          "nameservers", "INVALID", "must be at most " + MOST_NAMESERVERS + ", none of them twice");
    }
    return nameservers;
  }

  private static Map<ContactRole, String> contacts(
      JsonMembers fields, Map<ContactRole, String> before) {
    Map<ContactRole, String> contacts = new EnumMap<>(ContactRole.class);
    for (ContactRole role : List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING)) {
      String member = role.name().toLowerCase(Locale.ROOT) + "Contact";
      String handle =
          fields.mentions(member)
              ? fields.optional(member, AccountRules::handle)
              : before.get(role);
      if (handle != null) {
        contacts.put(role, handle);
      }
    }
    return contacts;
  }

  private @Nullable DesignatedAgent designatedAgent(JsonMembers fields, String user) {
    JsonMembers agent = fields.object("designatedAgent");
    if (agent == null) {
      return null;
    }
    agent.refuseUnknown(Set.of("attestedBy", "attestedAt", "termsVersion"));
    String attestedBy = agent.optional("attestedBy");
    Instant attestedAt = agent.optional("attestedAt", RequestValue::time);
    String termsVersion = agent.required("termsVersion");
    return termsVersion == null
        ? null
        : new DesignatedAgent(
            attestedBy == null ? user : attestedBy,
            attestedAt == null ? clock.instant() : attestedAt,
            termsVersion);
  }

  /**
   * The given value, the shipped default for null, and the former value if the member is missing.
   */
  private static <T> T given(
      JsonMembers fields, String member, Function<String, @Nullable T> read, T before, T shipped) {
    if (!fields.mentions(member)) {
      return before;
    }
    T value = read.apply(member);
    return value == null ? shipped : value;
  }

  private static JsonMembers fields(JsonNode body) {
    if (!(body instanceof ObjectNode content)) {
      throw new AccountRejected(
          List.of(new FieldProblem("body", "WRONG_TYPE", "must be a JSON object")));
    }
    return new JsonMembers(content);
  }

  private static void refuseIfWrong(JsonMembers fields) {
    if (!fields.problems().isEmpty()) {
      throw new AccountRejected(fields.problems());
    }
  }
}
