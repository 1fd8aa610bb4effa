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

/**
 * What can be ordered below a TLD.
 *
 * @param registrationPeriods terms a name can be bought for, shortest first
 * @param idn whether names outside plain ASCII are taken
 * @param transferLock whether a name can be locked against transfers ({@code TRANSFERLOCK})
 * @param privacy whether the registrar's whois privacy can be bought; where not, asking for it
 *     makes the registrar refuse the whole command
 * @param minNameservers smallest number the registrar takes; 0 where a name may stand without
 * @param transferContacts roles of the contacts that go with a transfer; a registry that accepts
 *     none refuses the transfer if there is one, or treats it as a change of registrant
 * @param transferPeriods what a transfer adds to the term of every name; empty where that is not
 *     known, and the registrar says it of each name
 * @param paperwork what there is to do beside an order, by what the order does
 * @param applicationClass class in which names are applied for; empty where they are registered
 * @param authCodeRoute how the auth code of a name is come by
 * @param pushable whether a name can be given away without its new registrar asking for it ({@code
 *     PushDomain})
 * @param form what the registry wants beyond the contacts; empty if nothing
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

  /** What is wrong with a name below the TLD. */
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
   * Whether the registrant of a name that is here can be hidden from the public: by the registrar's
   * service or, below .ca, by the registry itself.
   */
  public boolean canHideRegistrant() {
    return privacy || tld.label().equals("ca");
  }

  /** Whether a name is exactly one label below the TLD; no other can be registered. */
  public boolean isDirectlyBelow(DomainName domain) {
    return domain.zone().equals(tld.label());
  }

  /**
   * What is wrong with the additional fields that are given. A TLD that wants none refuses each:
   * whatever has a member of its own in an order, such as privacy, is not given this way.
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
