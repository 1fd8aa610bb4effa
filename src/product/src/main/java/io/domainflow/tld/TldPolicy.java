package io.domainflow.tld;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.Period;
import io.domainflow.model.Tld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be ordered in a TLD.
 *
 * @param registrationPeriods possible terms of a registration, shortest first
 * @param idn whether non-ASCII names are accepted
 * @param transferLock whether a name can be locked against transfers ({@code TRANSFERLOCK})
 * @param privacy whether the registrar's whois privacy can be bought; if not, ordering it makes the
 *     registrar refuse the whole command
 * @param minNameservers smallest number that the registrar accepts; 0 if a name may have none
 * @param transferContacts roles of the contacts that go with a transfer; a registry that accepts
 *     none refuses the transfer if there is one, or treats it as a change of registrant
 * @param transferPeriods the periods that a transfer adds to every name; empty if not known, then
 *     the registrar states it for each name
 * @param paperwork paperwork by operation
 * @param applicationClass class of applications for names; empty if names are registered without
 *     one
 * @param authCodeRoute how the auth code of a name is obtained
 * @param pushable whether a name can be released without a request by the gaining registrar ({@code
 *     PushDomain})
 * @param form the additional fields that the registry requires; empty if none
 */
public record TldPolicy(
    Tld tld,
    List<Period> registrationPeriods,
    boolean idn,
    boolean transferLock,
    boolean privacy,
    int minNameservers,
    int maxNameservers,
    Set<ContactRole> transferContacts,
    List<Period> transferPeriods,
    Map<FormOperation, Paperwork> paperwork,
    Optional<String> applicationClass,
    AuthCodeRoute authCodeRoute,
    boolean pushable,
    Optional<AdditionalFieldsForm> form) {

  public TldPolicy {
    registrationPeriods = List.copyOf(registrationPeriods);
    transferContacts = Set.copyOf(transferContacts);
    transferPeriods = List.copyOf(transferPeriods);
    paperwork = Map.copyOf(paperwork);
  }

  /** The problems of a name in the TLD. */
  public List<FieldProblem> check(DomainName domain) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!isDirectlyBelow(domain)) {
      problems.add(
          new FieldProblem(
              "domain", "INVALID", "must be directly below ." + tld + ", without further dots"));
    }
    if (domain.isIdn() && !idn) {
      problems.add(
          new FieldProblem(
              "domain", "NOT_OFFERED", "is internationalized; ." + tld + " has plain names only"));
    }
    return problems;
  }

  /**
   * Whether the registrant of a name can be hidden from the public: by the registrar's service or,
   * for .ca, by the registry.
   */
  public boolean canHideRegistrant() {
    return privacy || tld.label().equals("ca");
  }

  /** Whether a name is exactly one label below the TLD; no other can be registered. */
  public boolean isDirectlyBelow(DomainName domain) {
    return domain.zone().equals(tld.label());
  }

  /**
   * Whether every registration sends additional fields, that of an individual and that of an
   * organization: fields that are required or have a default.
   */
  public boolean needsFieldsToRegister() {
    return form.isPresent()
        && Stream.of(false, true)
            .map(
                organization ->
                    new FieldContext(FormOperation.REGISTER, organization, null, null, false))
            .allMatch(context -> sendsFields(form.get(), context));
  }

  private static boolean sendsFields(AdditionalFieldsForm form, FieldContext context) {
    return !form.missing(AdditionalFields.NONE, context).isEmpty()
        || !form.withDefaults(AdditionalFields.NONE, context).values().isEmpty();
  }

  /**
   * The problems of the given additional fields. A TLD without additional fields refuses all of
   * them; settings with a separate order member, such as privacy, are not given this way.
   */
  public List<FieldProblem> check(AdditionalFields values, FieldContext context) {
    return form.map(present -> present.check(values, context))
        .orElseGet(
            () ->
                values.values().keySet().stream()
                    .map(name -> new FieldProblem(name, "UNKNOWN_FIELD", noFields()))
                    .toList());
  }

  private String noFields() {
    return "is not known: ." + tld + " has no additional fields";
  }
}
