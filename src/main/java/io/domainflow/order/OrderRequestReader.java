package io.domainflow.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.Accounts;
import io.domainflow.account.OrderDefaults;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.ResellerAccount;
import io.domainflow.client.ConsentRight;
import io.domainflow.consent.GivenConsent;
import io.domainflow.consent.Side;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Text;
import io.domainflow.owner.Caller;
import io.domainflow.owner.DomainOwners;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a caller wrote into an order that can be carried out, or says all that is wrong. */
@Component
class OrderRequestReader {

  private static final Set<String> MEMBERS =
      Set.of(
          "reference",
          "operation",
          "account",
          "domain",
          "period",
          "registrant",
          "admin",
          "tech",
          "billing",
          "nameservers",
          "additionalFields",
          "strict",
          "transferLock",
          "renewalMode",
          "acceptPrice",
          "metadata");

  private static final int MOST_CONSENTS = 10;

  private static final String CONSENTS_NOT_ALLOWED =
      "may be sent by API clients alone that administrators have given the right to; leave it out,"
          + " and an approver is asked where a consent is needed";

  private static final List<String> OF_A_NAME_THAT_STAYS_AS_IT_IS =
      List.of(
          "registrant",
          "admin",
          "tech",
          "billing",
          "nameservers",
          "additionalFields",
          "strict",
          "transferLock");

  private static final List<ContactRole> BESIDE_REGISTRANT =
      List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING);

  // The caller's clock is not ours.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Pattern IDN_LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*");
  private static final int MOST_METADATA = 20;

  private final TldCatalogue tlds;
  private final Accounts accounts;
  private final KeptFields kept;
  private final DomainOwners owners;
  private final ContentDigest digest;
  private final Clock clock;

  OrderRequestReader(
      TldCatalogue tlds,
      Accounts accounts,
      KeptFields kept,
      DomainOwners owners,
      ContentDigest digest,
      Clock clock) {
    this.digest = digest;
    this.tlds = tlds;
    this.accounts = accounts;
    this.kept = kept;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Reads an order. Additional fields that it does not give, and that are kept with the name for
   * the same registrant, are its own then, if the name is the caller's.
   *
   * @param right of whoever orders, to send consents
   * @throws OrderRejected with every problem found
   */
  // what lacks something is judged nonetheless, so that all problems are told at once
  @SuppressWarnings("NullAway")
  OrderRequest read(ObjectNode content, Caller caller, Optional<ConsentRight> right) {
    OrderFields fields = new OrderFields(content);
    OrderReference reference = fields.required("reference", OrderReference::of);
    Operation operation = fields.required("operation", text -> oneOf(Operation.class, text));
    refuseForeign(fields, operation);
    boolean registers = operation == null || operation == Operation.REGISTER;
    Optional<ResellerAccount> account =
        Optional.ofNullable(fields.required("account", this::existingAccount));
    // one that exists stays in its owner's hands, whatever it looks like
    DomainName domain =
        fields.required("domain", registers ? DomainName::toRegister : DomainName::of);
    Boolean strict = fields.flag("strict");
    TldPolicy policy = domain == null ? null : policy(fields, domain);
    OrderRequest request =
        new OrderRequest(
            reference,
            account.map(ResellerAccount::name).orElse(null),
            domain,
            acceptPrice(fields),
            wanted(
                // without one the rest is told as of the usual one
                registers ? Operation.REGISTER : operation,
                fields,
                account.map(ResellerAccount::defaults).orElse(OrderDefaults.SHIPPED),
                policy,
                domain,
                right),
            metadata(fields),
            digest.of(content));
    if (operation != null) {
      refuseBeside(fields, operation);
    }
    if (policy != null) {
      checkName(fields, policy, domain);
    }
    if (policy != null && operation != null) {
      request = withKept(fields, policy, request, caller);
      checkPolicy(fields, policy, request);
      checkAdditionalFields(fields, policy, request, Boolean.TRUE.equals(strict));
    }
    if (!fields.problems().isEmpty()) {
      throw new OrderRejected(fields.problems());
    }
    return withDefaults(policy, request);
  }

  /**
   * A value that an order must have. Where it has none it is null until the order is refused for
   * that.
   */
  // nobody but this class sees an order before it is refused
  @SuppressWarnings("NullAway")
  private static <T> T required(OrderFields fields, String member, Function<String, T> parse) {
    return fields.required(member, parse);
  }

  private Wanted wanted(
      Operation operation,
      OrderFields fields,
      OrderDefaults defaults,
      @Nullable TldPolicy policy,
      @Nullable DomainName domain,
      Optional<ConsentRight> right) {
    return switch (operation) {
      case REGISTER -> registration(fields, defaults, policy);
      case TRANSFER -> transfer(fields, defaults, policy);
      case CHANGE_REGISTRANT -> registrantChange(fields, right);
      case RENEW ->
          new RenewalOrder(
              renewalPeriod(fields),
              required(fields, "expires", OrderRequestReader::day),
              defaults.renewalMode());
      case RESTORE -> new RestoreOrder(renewalMode(fields, defaults));
      case DELETE -> new DeletionOrder(isConfirmed(fields, domain));
      case SUSPEND ->
          new SuspensionOrder(
              operation, !Boolean.FALSE.equals(fields.flag("hold")), RenewalMode.AUTOEXPIRE);
      case UNSUSPEND -> new SuspensionOrder(operation, false, defaults.renewalMode());
      case CANCEL -> new SuspensionOrder(operation, false, endingMode(fields));
    };
  }

  private RegistrationOrder registration(
      OrderFields fields, OrderDefaults defaults, @Nullable TldPolicy policy) {
    return new RegistrationOrder(
        required(fields, "period", Period::of),
        contacts(fields, defaults.contacts()),
        fields.has("nameservers")
            ? fields.list("nameservers", Nameserver::of)
            : defaults.nameservers(),
        additionalFields(fields),
        transferLock(fields, defaults, policy),
        renewalMode(fields, defaults),
        Boolean.TRUE.equals(fields.flag("privacy")),
        fields.optional("idnLanguage", OrderRequestReader::language),
        claimsAcceptance(fields));
  }

  private static TransferOrder transfer(
      OrderFields fields, OrderDefaults defaults, @Nullable TldPolicy policy) {
    return new TransferOrder(
        fields.has("period") ? fields.required("period", Period::of) : null,
        fields.optional("authCode", AuthCode::of),
        fields.has("registrant") ? contacts(fields, defaults.contacts()) : givenContacts(fields),
        fields.list("nameservers", Nameserver::of),
        additionalFields(fields),
        transferLock(fields, defaults, policy),
        renewalMode(fields, defaults));
  }

  private RegistrantChangeOrder registrantChange(OrderFields fields, Optional<ConsentRight> right) {
    return new RegistrantChangeOrder(
        newRegistrant(fields),
        additionalFields(fields),
        new RegistrantChangeWish(
            mode(fields),
            consents(fields, right),
            fields.optional("requestedBy"),
            fields.flag("transferLock")));
  }

  private static boolean transferLock(
      OrderFields fields, OrderDefaults defaults, @Nullable TldPolicy policy) {
    Boolean lock = fields.flag("transferLock");
    return lock == null ? policy != null && policy.transferLock() && defaults.transferLock() : lock;
  }

  private static RenewalMode renewalMode(OrderFields fields, OrderDefaults defaults) {
    RenewalMode mode = fields.optional("renewalMode", text -> oneOf(RenewalMode.class, text));
    return mode == null ? defaults.renewalMode() : mode;
  }

  /**
   * Reads corrections of an order. What is not given stays as it was; a contact that stood in for
   * another follows it, and what was kept with the name for one registrant does not go to another.
   *
   * @param right of whoever gives them, to send consents
   * @throws OrderRejected with every problem found
   */
  OrderRequest revise(OrderRequest order, ObjectNode corrections, Optional<ConsentRight> right) {
    OrderFields fields = new OrderFields(corrections);
    fields.refuseUnknown(AwaitedInput.ever(order.operation()));
    TldPolicy policy = tlds.policyOfOrdered(order.domain());
    Money acceptPrice = acceptPrice(fields);
    OrderRequest revised =
        new OrderRequest(
            order.reference(),
            order.account(),
            order.domain(),
            acceptPrice == null ? order.acceptPrice() : acceptPrice,
            revised(order, fields, right),
            order.metadata(),
            order.digest());
    if (isJudgeable(revised)) {
      revised =
          revised.with(revised.wanted().with(revised.contacts(), merged(fields, policy, revised)));
    }
    checkName(fields, policy, order.domain());
    checkPolicy(fields, policy, revised);
    checkAdditionalFields(fields, policy, revised, false);
    if (!fields.problems().isEmpty()) {
      throw new OrderRejected(fields.problems());
    }
    return withDefaults(policy, revised);
  }

  private Wanted revised(OrderRequest order, OrderFields fields, Optional<ConsentRight> right) {
    return switch (order.operation()) {
      case REGISTER -> revised(order, order.as(RegistrationOrder.class), fields);
      case TRANSFER -> revised(order, order.as(TransferOrder.class), fields);
      case CHANGE_REGISTRANT ->
          revised(order, order.as(RegistrantChangeOrder.class), fields, right);
      case DELETE ->
          new DeletionOrder(
              order.as(DeletionOrder.class).confirmed() || isConfirmed(fields, order.domain()));
      case RENEW -> {
        RenewalOrder before = order.as(RenewalOrder.class);
        yield new RenewalOrder(
            fields.has("period") ? required(fields, "period", Period::of) : before.period(),
            before.believedExpiry(),
            before.renewalMode());
      }
      case SUSPEND -> {
        SuspensionOrder before = order.as(SuspensionOrder.class);
        yield new SuspensionOrder(
            before.operation(),
            fields.has("hold") ? Boolean.TRUE.equals(fields.flag("hold")) : before.hold(),
            before.renewalMode());
      }
      case RESTORE, UNSUSPEND, CANCEL -> order.wanted();
    };
  }

  private RegistrationOrder revised(
      OrderRequest order, RegistrationOrder before, OrderFields fields) {
    Map<ContactRole, Contact> contacts = revisedContacts(fields, order);
    ClaimsAcceptance accepted = claimsAcceptance(fields);
    return new RegistrationOrder(
        fields.has("period") ? required(fields, "period", Period::of) : before.period(),
        contacts,
        nameservers(fields, before),
        withoutKept(order, contacts.get(ContactRole.REGISTRANT)),
        before.transferLock(),
        before.renewalMode(),
        fields.has("privacy") ? Boolean.TRUE.equals(fields.flag("privacy")) : before.privacy(),
        fields.has("idnLanguage")
            ? fields.optional("idnLanguage", OrderRequestReader::language)
            : before.idnLanguage(),
        accepted == null ? before.claimsAcceptance() : accepted);
  }

  private TransferOrder revised(OrderRequest order, TransferOrder before, OrderFields fields) {
    Map<ContactRole, Contact> contacts = revisedContacts(fields, order);
    return new TransferOrder(
        fields.has("period") ? fields.required("period", Period::of) : before.period(),
        fields.has("authCode") ? fields.optional("authCode", AuthCode::of) : before.authCode(),
        contacts,
        nameservers(fields, before),
        withoutKept(order, contacts.get(ContactRole.REGISTRANT)),
        before.transferLock(),
        before.renewalMode());
  }

  private RegistrantChangeOrder revised(
      OrderRequest order,
      RegistrantChangeOrder before,
      OrderFields fields,
      Optional<ConsentRight> right) {
    Map<ContactRole, Contact> contacts = revisedContacts(fields, order);
    return new RegistrantChangeOrder(
        contacts,
        withoutKept(order, contacts.get(ContactRole.REGISTRANT)),
        revised(
            fields,
            before.wish(),
            right,
            Objects.equals(order.registrant(), contacts.get(ContactRole.REGISTRANT))));
  }

  private static List<Nameserver> nameservers(OrderFields fields, NameSetup before) {
    return fields.has("nameservers")
        ? fields.list("nameservers", Nameserver::of)
        : before.nameservers();
  }

  private OrderRequest withKept(
      OrderFields fields, TldPolicy policy, OrderRequest order, Caller caller) {
    if (policy.form().isEmpty()
        || order.operation().forms().isEmpty()
        || order.account() == null
        || order.registrant() == null
        || !caller.maySee(owners.of(order.account(), order.domain()).orElse(null))) {
      return order;
    }
    KeptFields.Kept known = kept.of(order.account(), order.domain());
    if (!known.isAbout(order.registrant())) {
      return order;
    }
    Map<String, String> values = new LinkedHashMap<>(known.values().values());
    takenBack(fields).forEach(values::remove);
    AdditionalFields given = order.additionalFields();
    AdditionalFields fitting =
        new FieldsInAnyWay(policy, order).fitting(new AdditionalFields(values), given);
    return order.with(order.wanted().with(order.contacts(), fitting.with(given)));
  }

  /** What an order has of its own, once it is for this registrant. */
  private AdditionalFields withoutKept(OrderRequest order, @Nullable Contact registrant) {
    if (order.registrant() == null || order.registrant().equals(registrant)) {
      return order.additionalFields();
    }
    KeptFields.Kept known = kept.of(order.account(), order.domain());
    if (!known.isAbout(order.registrant()) || known.isAbout(registrant)) {
      return order.additionalFields();
    }
    Map<String, String> own = new LinkedHashMap<>(order.additionalFields().values());
    own.entrySet().removeAll(known.values().values().entrySet());
    return new AdditionalFields(own);
  }

  private ResellerAccount existingAccount(String name) {
    return accounts
        .findForOrder(name)
        .orElseThrow(() -> new InvalidValue("is not an account of this system"));
  }

  private @Nullable TldPolicy policy(OrderFields fields, DomainName domain) {
    if (tlds.isTld(domain)) {
      fields.problem("domain", "INVALID", TldCatalogue.NO_NAME);
      return null;
    }
    Optional<TldPolicy> policy = tlds.policyFor(domain);
    if (policy.isEmpty()) {
      fields.problem("domain", "NOT_OFFERED", tlds.whyNotOffered(domain));
    }
    return policy.orElse(null);
  }

  private static void checkName(OrderFields fields, TldPolicy policy, DomainName domain) {
    policy
        .check(domain)
        .forEach(problem -> fields.problem(problem.field(), problem.code(), problem.message()));
  }

  private static void checkPolicy(OrderFields fields, TldPolicy policy, OrderRequest order) {
    if (order.wanted() instanceof RegistrationOrder registration) {
      check(fields, policy, order.domain(), registration);
    }
    if (order.wanted() instanceof TransferOrder transfer) {
      check(fields, policy, transfer);
    }
    if (isLocked(order.wanted()) && !policy.transferLock()) {
      fields.problem(
          "transferLock", "NOT_OFFERED", "is not possible: ." + policy.tld() + " has no lock");
    }
  }

  private static boolean isLocked(Wanted wanted) {
    return wanted instanceof RegistrantChangeOrder change
        ? Boolean.TRUE.equals(change.wish().transferLock())
        : wanted instanceof NameSetup setup && setup.transferLock();
  }

  private static void check(
      OrderFields fields, TldPolicy policy, DomainName domain, RegistrationOrder order) {
    if (order.period() != null && !policy.registrationPeriods().contains(order.period())) {
      fields.problem(
          "period", "NOT_OFFERED", "is not offered; possible are " + policy.registrationPeriods());
    }
    checkNameservers(fields, policy, order.nameservers());
    if (order.privacy() && !policy.privacy()) {
      fields.problem("privacy", "NOT_OFFERED", "is not offered for names under ." + policy.tld());
    }
    if (order.idnLanguage() != null && !domain.isIdn()) {
      fields.problem("idnLanguage", "INVALID", "is only for internationalized names");
    }
  }

  private static void check(OrderFields fields, TldPolicy policy, TransferOrder order) {
    // Where it differs from name to name, the registrar is asked before anything is sent.
    // What was ordered before the catalogue knew it can still be corrected otherwise.
    if (fields.has("period")
        && !policy.transferPeriods().isEmpty()
        && !policy.transferPeriods().contains(order.period())) {
      fields.problem(
          "period",
          "NOT_OFFERED",
          "is not what a transfer adds here; possible is "
              + policy.transferPeriods().stream()
                  .map(Period::toString)
                  .collect(Collectors.joining(" or "))
              + ", or leave it out");
    }
    if (!order.nameservers().isEmpty()) {
      checkNameservers(fields, policy, order.nameservers());
    }
  }

  private static void checkNameservers(
      OrderFields fields, TldPolicy policy, List<Nameserver> nameservers) {
    if (nameservers.size() < policy.minNameservers()
        || nameservers.size() > policy.maxNameservers()) {
      fields.problem(
          "nameservers",
          "INVALID",
          "must be "
              + policy.minNameservers()
              + " to "
              + policy.maxNameservers()
              + " for ."
              + policy.tld());
    }
    if (new HashSet<>(nameservers).size() < nameservers.size()) {
      fields.problem("nameservers", "INVALID", "must not have the same name server twice");
    }
  }

  private static void checkAdditionalFields(
      OrderFields fields, TldPolicy policy, OrderRequest order, boolean strict) {
    if (!isJudgeable(order)) {
      return;
    }
    FieldsInAnyWay judged = new FieldsInAnyWay(policy, order);
    AdditionalFields values = order.additionalFields();
    List<FieldProblem> problems = new ArrayList<>(judged.check(values));
    if (strict) {
      problems.addAll(judged.missing(values));
    }
    problems.forEach(
        problem ->
            fields.problem(
                "additionalFields." + problem.field(), problem.code(), problem.message()));
  }

  /** A value of null takes an earlier one back. */
  private static AdditionalFields merged(OrderFields fields, TldPolicy policy, OrderRequest order) {
    AdditionalFields given = additionalFields(fields);
    Map<String, String> before = new LinkedHashMap<>(order.additionalFields().values());
    takenBack(fields).forEach(before::remove);
    return new FieldsInAnyWay(policy, order).merge(new AdditionalFields(before), given);
  }

  private static Collection<String> takenBack(OrderFields fields) {
    OrderFields object = fields.object("additionalFields");
    return object == null ? List.of() : object.emptyNames();
  }

  private static OrderRequest withDefaults(TldPolicy policy, OrderRequest order) {
    return order.with(
        order
            .wanted()
            .with(
                order.contacts(),
                new FieldsInAnyWay(policy, order).withDefaults(order.additionalFields())));
  }

  private static Map<ContactRole, Contact> contacts(
      OrderFields fields, Map<ContactRole, String> accountsOwn) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    if (!fields.has("registrant")) {
      fields.problem("registrant", "REQUIRED", "is required");
      return contacts;
    }
    OrderFields registrant = fields.object("registrant");
    if (registrant == null) {
      return contacts;
    }
    Contact holder = ContactReader.registrant(registrant);
    contacts.put(ContactRole.REGISTRANT, holder);
    for (ContactRole role : BESIDE_REGISTRANT) {
      OrderFields contact = fields.object(member(role));
      String own = accountsOwn.get(role);
      Contact otherwise = own == null ? holder : Contact.ofHandle(own);
      contacts.put(role, contact == null ? otherwise : ContactReader.contact(contact));
    }
    return contacts;
  }

  private static Map<ContactRole, Contact> newRegistrant(OrderFields fields) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    OrderFields registrant = fields.object("registrant");
    if (registrant != null) {
      contacts.put(ContactRole.REGISTRANT, ContactReader.registrant(registrant));
    } else if (!fields.has("registrant")) {
      fields.problem("registrant", "REQUIRED", "is required: who is to hold the name");
    }
    return contacts;
  }

  /** Members of every order that make no sense with an operation. */
  private static Stream<String> foreign(Operation operation) {
    return switch (operation) {
      case REGISTER, TRANSFER -> Stream.of();
      case CHANGE_REGISTRANT ->
          Stream.of("admin", "tech", "billing", "nameservers", "period", "renewalMode");
      case RENEW -> with("renewalMode");
      case RESTORE -> with("period");
      case DELETE, SUSPEND, UNSUSPEND -> with("period", "acceptPrice", "renewalMode");
      case CANCEL -> with("period", "acceptPrice");
    };
  }

  private static Stream<String> with(String... further) {
    return Stream.concat(OF_A_NAME_THAT_STAYS_AS_IT_IS.stream(), Stream.of(further));
  }

  // Whatever else is to change is another order: nobody has consented to it here.
  private static void refuseBeside(OrderFields fields, Operation operation) {
    foreign(operation)
        .filter(fields::has)
        .forEach(
            member ->
                fields.problem(
                    member,
                    "NOT_OFFERED",
                    "is not part of a " + operation.words() + "; leave it out"));
  }

  /** The mode of a name that ends with its period. */
  private static RenewalMode endingMode(OrderFields fields) {
    RenewalMode wished = fields.optional("renewalMode", text -> oneOf(RenewalMode.class, text));
    if (wished == RenewalMode.AUTORENEW) {
      fields.problem("renewalMode", "INVALID", "must let the name end: AUTODELETE or AUTOEXPIRE");
    }
    return wished == null ? RenewalMode.AUTODELETE : wished;
  }

  private static boolean isConfirmed(OrderFields fields, @Nullable DomainName domain) {
    DomainName repeated = fields.optional("confirmDomain", DomainName::of);
    if (repeated != null && !repeated.equals(domain)) {
      fields.problem("confirmDomain", "INVALID", "must be the domain that is to be deleted");
    }
    return repeated != null;
  }

  private static Period renewalPeriod(OrderFields fields) {
    Period period = required(fields, "period", Period::of);
    if (period != null && period.years() == 0) {
      fields.problem("period", "INVALID", "must be a number of years such as 1Y, at most 10Y");
    }
    return period;
  }

  /** A date in UTC; of a time its date counts. */
  private static LocalDate day(String text) {
    try {
      return text.length() > 10
          ? Instant.parse(text).atOffset(ZoneOffset.UTC).toLocalDate()
          : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue(
          "must be a date in UTC such as 2026-12-01, or a time such as 2026-12-01T10:00:00Z");
    }
  }

  private RegistrantChangeWish revised(
      OrderFields fields,
      RegistrantChangeWish before,
      Optional<ConsentRight> right,
      boolean sameRegistrant) {
    // Whoever has agreed has agreed to the data of before.
    Stream<GivenConsent> stillMeant = sameRegistrant ? before.consents().stream() : Stream.empty();
    return new RegistrantChangeWish(
        fields.has("registrantChangeMode") ? mode(fields) : before.mode(),
        Stream.concat(stillMeant, consents(fields, right).stream()).toList(),
        before.requestedBy(),
        before.transferLock());
  }

  private static @Nullable RegistrantChangeMode mode(OrderFields fields) {
    return fields.optional("registrantChangeMode", text -> oneOf(RegistrantChangeMode.class, text));
  }

  private List<GivenConsent> consents(OrderFields fields, Optional<ConsentRight> right) {
    List<OrderFields> given = fields.objects("consents", MOST_CONSENTS);
    if (!given.isEmpty() && right.isEmpty()) {
      fields.problem("consents", "NOT_ALLOWED", CONSENTS_NOT_ALLOWED);
      return List.of();
    }
    return given.stream()
        .map(consent -> consent(consent, right.orElseThrow()))
        .filter(consent -> consent != null)
        .toList();
  }

  private @Nullable GivenConsent consent(OrderFields fields, ConsentRight right) {
    fields.refuseUnknown(
        Set.of("side", "basis", "textVersion", "givenAt", "evidence", "optOutOfLock"));
    Side side = fields.required("side", text -> oneOf(Side.class, text));
    String basis = fields.required("basis");
    String textVersion = fields.required("textVersion", text -> textOf(right, text));
    Instant givenAt = fields.required("givenAt", this::past);
    String evidence = fields.required("evidence");
    boolean optOutOfLock = Boolean.TRUE.equals(fields.flag("optOutOfLock"));
    return side == null
            || basis == null
            || textVersion == null
            || givenAt == null
            || evidence == null
        ? null
        : new GivenConsent(
            side, basis, textVersion, givenAt, evidence, optOutOfLock, right.login());
  }

  private static String textOf(ConsentRight right, String version) {
    if (!version.equals(right.textVersion())) {
      throw new InvalidValue(
          "must be the version of the text that your client may send consents to: "
              + right.textVersion());
    }
    return version;
  }

  /** The contacts beside the registrant, as far as they were given. */
  private static Map<ContactRole, Contact> givenContacts(OrderFields fields) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    for (ContactRole role : BESIDE_REGISTRANT) {
      OrderFields contact = fields.object(member(role));
      if (contact != null) {
        contacts.put(role, ContactReader.contact(contact));
      }
    }
    return contacts;
  }

  private Map<ContactRole, Contact> revisedContacts(OrderFields fields, OrderRequest order) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(order.contacts());
    OrderFields registrant = fields.object("registrant");
    Contact former = order.registrant();
    if (registrant != null && former != null) {
      Contact holder = ContactReader.registrant(registrant);
      contacts.replaceAll((role, contact) -> contact.equals(former) ? holder : contact);
    } else if (registrant != null) {
      OrderDefaults defaults =
          accounts
              .findForOrder(order.account())
              .map(ResellerAccount::defaults)
              .orElse(OrderDefaults.SHIPPED);
      contacts(fields, defaults.contacts()).forEach(contacts::putIfAbsent);
    }
    contacts.putAll(givenContacts(fields));
    return contacts;
  }

  // A registration whose registrant is wrong has a problem already, which decides the rest.
  private static boolean isJudgeable(OrderRequest order) {
    return order.operation() == Operation.TRANSFER || order.registrant() != null;
  }

  /** Refuses members that no order has, or that an order of this operation has not. */
  private static void refuseForeign(OrderFields fields, @Nullable Operation operation) {
    Set<String> known = new HashSet<>(MEMBERS);
    Arrays.stream(Operation.values())
        .filter(each -> operation == null || each == operation)
        .forEach(each -> known.addAll(each.members()));
    fields.refuseUnknown(known);
  }

  private static String member(ContactRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static AdditionalFields additionalFields(OrderFields fields) {
    OrderFields object = fields.object("additionalFields");
    if (object == null) {
      return AdditionalFields.NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : object.names()) {
      String value = object.optional(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new AdditionalFields(values);
  }

  private static @Nullable Money acceptPrice(OrderFields fields) {
    OrderFields price = fields.object("acceptPrice");
    if (price == null) {
      return null;
    }
    price.refuseUnknown(Set.of("amount", "currency"));
    Money amount = price.required("amount", text -> Money.of(text, "EUR"));
    Money currency = price.required("currency", text -> Money.of("1.00", text));
    return amount == null || currency == null
        ? null
        : new Money(amount.amount(), currency.currency());
  }

  private @Nullable ClaimsAcceptance claimsAcceptance(OrderFields fields) {
    OrderFields claims = fields.object("claimsAcceptance");
    if (claims == null) {
      return null;
    }
    claims.refuseUnknown(Set.of("noticeId", "acceptedAt"));
    String noticeId = claims.required("noticeId");
    Instant acceptedAt = claims.required("acceptedAt", this::past);
    return noticeId == null || acceptedAt == null
        ? null
        : new ClaimsAcceptance(noticeId, acceptedAt);
  }

  private static Map<String, String> metadata(OrderFields fields) {
    Map<String, String> metadata = new LinkedHashMap<>();
    OrderFields object = fields.object("metadata");
    if (object == null) {
      return metadata;
    }
    if (object.names().size() > MOST_METADATA) {
      fields.problem("metadata", "INVALID", "must have at most " + MOST_METADATA + " entries");
    }
    for (String name : object.names()) {
      String value = object.optional(name);
      if (!isMetadataName(name)) {
        fields.problem("metadata", "INVALID", "must have names of at most 64 printable characters");
      } else if (value != null) {
        metadata.put(name, value);
      }
    }
    return metadata;
  }

  private static boolean isMetadataName(String name) {
    try {
      return !Text.singleLine(name, 64).isEmpty();
    } catch (InvalidValue e) {
      return false;
    }
  }

  private Instant past(String text) {
    Instant time;
    try {
      time = Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue("must be a time in UTC such as 2026-12-01T10:00:00Z");
    }
    if (time.isAfter(clock.instant().plus(CLOCK_SKEW))) {
      throw new InvalidValue("must not be in the future");
    }
    return time;
  }

  private static String language(String text) {
    if (!IDN_LANGUAGE.matcher(text).matches()) {
      throw new InvalidValue("must be a language tag such as de");
    }
    return text;
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new InvalidValue("must be one of " + Arrays.toString(type.getEnumConstants())));
  }
}
