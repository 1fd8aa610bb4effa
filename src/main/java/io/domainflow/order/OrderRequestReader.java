package io.domainflow.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.Accounts;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RegistrationPeriod;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Text;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
          "privacy",
          "idnLanguage",
          "acceptPrice",
          "claimsAcceptance",
          "metadata");

  private static final Pattern IDN_LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*");
  private static final int MOST_METADATA = 20;

  private final TldCatalogue tlds;
  private final Accounts accounts;

  OrderRequestReader(TldCatalogue tlds, Accounts accounts) {
    this.tlds = tlds;
    this.accounts = accounts;
  }

  /**
   * Reads an order.
   *
   * @throws OrderRejected with every problem found
   */
  OrderRequest read(ObjectNode content) {
    OrderFields fields = new OrderFields(content);
    fields.refuseUnknown(MEMBERS);
    OrderReference reference = fields.required("reference", OrderReference::of);
    Operation operation = fields.required("operation", text -> oneOf(Operation.class, text));
    String account = fields.required("account", this::existingAccount);
    DomainName domain = fields.required("domain", DomainName::of);
    RegistrationPeriod period = fields.required("period", RegistrationPeriod::of);
    Map<ContactRole, Contact> contacts = contacts(fields);
    List<Nameserver> nameservers = fields.list("nameservers", Nameserver::of);
    Boolean strict = fields.flag("strict");
    Boolean transferLock = fields.flag("transferLock");
    RenewalMode renewalMode =
        fields.optional("renewalMode", text -> oneOf(RenewalMode.class, text));
    Boolean privacy = fields.flag("privacy");
    String idnLanguage = fields.optional("idnLanguage", OrderRequestReader::language);
    AdditionalFields additionalFields = additionalFields(fields);
    checkConsents(fields);
    Map<String, String> metadata = metadata(fields);

    TldPolicy policy = domain == null ? null : policy(fields, domain);
    if (policy != null) {
      checkPolicy(fields, policy, domain, period, nameservers);
      if (Boolean.TRUE.equals(transferLock) && !policy.transferLock()) {
        fields.problem(
            "transferLock", "NOT_OFFERED", "is not possible: ." + policy.tld() + " has no lock");
      }
      if (Boolean.TRUE.equals(privacy) && !policy.privacy()) {
        fields.problem("privacy", "NOT_OFFERED", "is not offered for names under ." + policy.tld());
      }
      if (idnLanguage != null && !domain.isIdn()) {
        fields.problem("idnLanguage", "INVALID", "is only for internationalized names");
      }
      Contact registrant = contacts.get(ContactRole.REGISTRANT);
      if (registrant != null) {
        checkAdditionalFields(
            fields, policy, domain, registrant, additionalFields, Boolean.TRUE.equals(strict));
      }
    }
    if (!fields.problems().isEmpty()) {
      throw new OrderRejected(fields.problems());
    }
    return new OrderRequest(
        reference,
        operation,
        account,
        domain,
        period,
        contacts,
        nameservers,
        withDefaults(policy, domain, contacts.get(ContactRole.REGISTRANT), additionalFields),
        transferLock == null ? policy.transferLock() : transferLock,
        renewalMode == null ? RenewalMode.AUTOEXPIRE : renewalMode,
        Boolean.TRUE.equals(privacy),
        idnLanguage,
        metadata,
        ContentDigest.of(content));
  }

  private String existingAccount(String name) {
    if (accounts.find(name).isEmpty()) {
      throw new InvalidValue("is not an account of this system");
    }
    return name;
  }

  private TldPolicy policy(OrderFields fields, DomainName domain) {
    return tlds.policyFor(domain)
        .orElseGet(
            () -> {
              fields.problem("domain", "NOT_OFFERED", "has a top-level domain that is not offered");
              return null;
            });
  }

  private static void checkPolicy(
      OrderFields fields,
      TldPolicy policy,
      DomainName domain,
      RegistrationPeriod period,
      List<Nameserver> nameservers) {
    if (!policy.isDirectlyBelow(domain)) {
      fields.problem(
          "domain",
          "INVALID",
          "must be directly below ." + policy.tld() + ", without further dots");
    }
    if (domain.isIdn() && !policy.idn()) {
      fields.problem(
          "domain",
          "NOT_OFFERED",
          "is internationalized; ." + policy.tld() + " has plain names only");
    }
    if (period != null && !policy.registrationPeriods().contains(period)) {
      fields.problem(
          "period", "NOT_OFFERED", "is not offered; possible are " + policy.registrationPeriods());
    }
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
      OrderFields fields,
      TldPolicy policy,
      DomainName domain,
      Contact registrant,
      AdditionalFields values,
      boolean strict) {
    FieldContext context = RegistrantContext.of(domain, registrant);
    List<FieldProblem> problems = new ArrayList<>(policy.check(values, context));
    if (strict && policy.form().isPresent()) {
      problems.addAll(policy.form().get().missingProblems(values, context));
    }
    problems.forEach(
        problem ->
            fields.problem(
                "additionalFields." + problem.field(), problem.code(), problem.message()));
  }

  private static AdditionalFields withDefaults(
      TldPolicy policy, DomainName domain, Contact registrant, AdditionalFields given) {
    return policy
        .form()
        .map(form -> form.withDefaults(given, RegistrantContext.of(domain, registrant)))
        .orElse(given);
  }

  private static Map<ContactRole, Contact> contacts(OrderFields fields) {
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
    for (ContactRole role : List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING)) {
      OrderFields contact = fields.object(role.name().toLowerCase(Locale.ROOT));
      contacts.put(role, contact == null ? holder : ContactReader.contact(contact));
    }
    return contacts;
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

  /**
   * Premium and claimed names are not sold yet; consents to them are checked so as not to mislead.
   */
  private static void checkConsents(OrderFields fields) {
    OrderFields price = fields.object("acceptPrice");
    if (price != null) {
      price.refuseUnknown(Set.of("amount", "currency"));
      price.required("amount", amount -> Money.of(amount, "EUR"));
      price.required("currency", currency -> Money.of("1.00", currency));
    }
    OrderFields claims = fields.object("claimsAcceptance");
    if (claims != null) {
      claims.refuseUnknown(Set.of("noticeId", "acceptedAt"));
      claims.required("noticeId");
      claims.required("acceptedAt", OrderRequestReader::instant);
    }
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

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue("must be a time in UTC such as 2026-12-01T10:00:00Z");
    }
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
