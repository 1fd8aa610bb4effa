package io.domainflow.order.intake;

import io.domainflow.json.JsonMembers;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.NameSetup;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.tld.AuthCodeRoute;
import io.domainflow.tld.TldPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that a top-level domain offers what an order requests. */
final class TldOfferCheck {

  /** The possible targets of a release, by country. */
  private static final Map<String, ReleaseTarget> RELEASE_TARGETS =
      Map.of(
          "de", new ReleaseTarget(Pattern.compile("TRANSIT"), "TRANSIT"),
          "at", new ReleaseTarget(Pattern.compile("TRANSIT|REGISTRY"), "TRANSIT or REGISTRY"),
          "uk",
              new ReleaseTarget(
                  Pattern.compile("(?!TRANSIT$)[A-Z0-9-]{2,16}"),
                  "the tag of the new registrar, of 2 to 16 characters, or DETAGGED"));

  private record ReleaseTarget(Pattern form, String words) {}

  private TldOfferCheck() {}

  /** Reports problems of the name. */
  static void checkName(JsonMembers fields, TldPolicy policy, DomainName domain) {
    policy
        .check(domain)
        .forEach(problem -> fields.problem(problem.field(), problem.code(), problem.message()));
  }

  /** Reports what is not offered. */
  static void check(JsonMembers fields, TldPolicy policy, OrderContent order) {
    if (order.details() instanceof RegistrationOrder registration) {
      checkRegistration(fields, policy, order.domain(), registration);
    }
    if (order.details() instanceof TransferOrder transfer) {
      checkTransfer(fields, policy, transfer);
    }
    if (order.details() instanceof UpdateOrder update && update.operation() == Operation.UPDATE) {
      checkUpdate(fields, policy, update);
    }
    if (order.details() instanceof AuthCodeOrder) {
      checkAuthCode(fields, policy);
    }
    if (order.details() instanceof ReleaseOrder && !policy.pushable()) {
      fields.problem(
          "operation",
          "NOT_OFFERED",
          "is not possible under ."
              + policy.tld()
              + ": the new registrar asks for the name, with its auth code (AUTH_CODE)");
    }
    if (order.details() instanceof ReleaseOrder release && policy.pushable()) {
      checkTarget(fields, order.domain(), release);
    }
    if (wantsLock(order.details()) && !policy.transferLock()) {
      fields.problem(
          "transferLock", "NOT_OFFERED", "is not possible: ." + policy.tld() + " has no lock");
    }
  }

  private static void checkTarget(JsonMembers fields, DomainName domain, ReleaseOrder release) {
    ReleaseTarget known = RELEASE_TARGETS.get(domain.topLevel());
    if (known != null
        && release.target() != null
        && !known.form().matcher(release.target()).matches()) {
      fields.problem("target", "INVALID", "must be " + known.words() + " under ." + domain.zone());
    }
  }

  private static boolean wantsLock(OrderDetails details) {
    if (details instanceof UpdateOrder update) {
      return update.operation() == Operation.UPDATE && update.settings().transferLock() != null;
    }
    return details instanceof RegistrantChangeOrder change
        ? Boolean.TRUE.equals(change.options().transferLock())
        : details instanceof NameSetup setup && setup.transferLock();
  }

  private static void checkRegistration(
      JsonMembers fields, TldPolicy policy, DomainName domain, RegistrationOrder order) {
    if (order.period() != null && !policy.registrationPeriods().contains(order.period())) {
      fields.problem(
          "period", "NOT_OFFERED", "is not offered; possible are " + policy.registrationPeriods());
    }
    checkNameservers(fields, policy, order.nameservers());
    if (order.privacy() && !policy.privacy()) {
      noPrivacy(fields, policy);
    }
    if (order.idnLanguage() != null && !domain.isIdn()) {
      fields.problem("idnLanguage", "INVALID", "is only for internationalized names");
    }
  }

  private static void checkTransfer(JsonMembers fields, TldPolicy policy, TransferOrder order) {
    // If it depends on the name, the registrar is asked before anything is sent. An order from
    // before the catalogue had this fact can still be corrected in other respects.
    if (fields.has("period")
        && !policy.transferPeriods().isEmpty()
        && !policy.transferPeriods().contains(order.period())) {
      fields.problem(
          "period",
          "NOT_OFFERED",
          "is not a possible period of a transfer here; possible is "
              + policy.transferPeriods().stream()
                  .map(Period::toString)
                  .collect(Collectors.joining(" or "))
              + ", or leave it out");
    }
    if (!order.nameservers().isEmpty()) {
      checkNameservers(fields, policy, order.nameservers());
    }
  }

  private static void checkUpdate(JsonMembers fields, TldPolicy policy, UpdateOrder order) {
    NameSettings settings = order.settings();
    if (settings.nameservers() != null) {
      checkNameservers(fields, policy, settings.nameservers());
    }
    if (settings.privacy() != null && !policy.canHideRegistrant()) {
      noPrivacy(fields, policy);
    }
    if (order.registrantDetails() == null && !order.additionalFields().values().isEmpty()) {
      fields.problem(
          "additionalFields",
          "NOT_OFFERED",
          "go with the registrant's data only; leave them out, or order registrantDetails");
    }
  }

  private static void checkAuthCode(JsonMembers fields, TldPolicy policy) {
    if (policy.authCodeRoute() == AuthCodeRoute.NONE) {
      fields.problem(
          "operation",
          "NOT_OFFERED",
          "is not possible: there are no auth codes under ."
              + policy.tld()
              + "; a name leaves when it is released to the tag of the new registrar (RELEASE)");
    }
  }

  private static void noPrivacy(JsonMembers fields, TldPolicy policy) {
    fields.problem("privacy", "NOT_OFFERED", "is not offered for names under ." + policy.tld());
  }

  private static void checkNameservers(
      JsonMembers fields, TldPolicy policy, List<Nameserver> nameservers) {
    if (nameservers.size() < policy.minNameservers()
        || nameservers.size() > policy.maxNameservers()) {
      fields.problem(
          "nameservers",
          "INVALID",
          "must have "
              + policy.minNameservers()
              + " to "
              + policy.maxNameservers()
              + " entries for ."
              + policy.tld());
    }
    if (new HashSet<>(nameservers).size() < nameservers.size()) {
      fields.problem("nameservers", "INVALID", "must not have the same name server twice");
    }
  }
}
