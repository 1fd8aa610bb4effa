package io.domainflow.order.intake;

import io.domainflow.account.Platform;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.tld.TldPolicy;

/** Checks that the platform of an order's account offers what the order requests. */
final class PlatformCheck {

  private PlatformCheck() {}

  /** Reports an operation that is not offered. */
  static void checkOperation(JsonMembers fields, Platform platform, Operation operation) {
    if (operation == Operation.CHANGE_REGISTRANT && !platform.changesRegistrants()) {
      fields.problem(
          "operation",
          "NOT_OFFERED",
          "is not offered for accounts at "
              + platform.title()
              + " yet; change the registrant in its control panel");
    }
  }

  /** Reports what an order requires and the platform does not offer. */
  static void check(JsonMembers fields, Platform platform, OrderContent order) {
    if (order.details() instanceof ReleaseOrder release
        && "at".equals(order.domain().zone())
        && "TRANSIT".equals(release.target())
        && !platform.takesTransit()) {
      fields.problem(
          "target",
          "NOT_OFFERED",
          "is not offered for .at names at " + platform.title() + "; REGISTRY is");
    }
    if (order.details() instanceof UpdateOrder update
        && update.registrarDns()
        && !platform.hasDns()) {
      fields.problem(
          "registrarDns",
          "NOT_OFFERED",
          "is not offered for accounts at "
              + platform.title()
              + ", which has no name servers of its own to give; order nameservers");
    }
  }

  /**
   * Reports given or required additional fields that cannot be sent to the platform. They have one
   * cause, so there is one problem: an order that cannot do without them cannot leave them out.
   *
   * @return whether the platform takes such fields; if not, nothing else is to be said about them
   */
  static boolean checkAdditionalFields(
      JsonMembers fields, Platform platform, TldPolicy policy, OrderContent order) {
    if (platform.takesAdditionalFields()) {
      return true;
    }
    if (order.operation() == Operation.CHANGE_REGISTRANT) {
      return false;
    }
    if (wantsFields(policy, order)) {
      refuseOrder(fields, platform, policy, order);
    } else if (!AdditionalFieldsReader.given(fields).values().isEmpty()
        && fields.problems().listed().stream().noneMatch(PlatformCheck::isAboutFields)) {
      fields.problem(
          "additionalFields",
          "NOT_OFFERED",
          "are not sent to " + platform.title() + " yet; leave them out");
    }
    return false;
  }

  private static void refuseOrder(
      JsonMembers fields, Platform platform, TldPolicy policy, OrderContent order) {
    // An order for a name that is already here cannot use another account instead.
    if (order.operation() == Operation.UPDATE) {
      fields.problem(
          "registrantDetails",
          "NOT_OFFERED",
          "are not changed below ."
              + policy.tld()
              + " at "
              + platform.title()
              + " yet: the registry wants additional fields with them. Change the address or phone"
              + " in the registrar's control panel");
    } else {
      fields.problem(
          "account",
          "NOT_OFFERED",
          "is at "
              + platform.title()
              + ", where "
              + order.operation().phrase()
              + " below ."
              + policy.tld()
              + " is not offered yet: it wants additional fields. Use an account at "
              + Platform.ISPAPI.title());
    }
  }

  private static boolean isAboutFields(FieldProblem problem) {
    return problem.field().startsWith("additionalFields");
  }

  // Fields with defaults count as required: they are sent even if nobody fills them in.
  private static boolean wantsFields(TldPolicy policy, OrderContent order) {
    if (!AdditionalFieldsReader.isJudgeable(order)) {
      return order.operation() == Operation.REGISTER && policy.needsFieldsToRegister();
    }
    MultiRouteFieldCheck judged = new MultiRouteFieldCheck(policy, order);
    return !judged.missing(AdditionalFields.NONE).isEmpty()
        || !judged.withDefaults(AdditionalFields.NONE).values().isEmpty();
  }
}
