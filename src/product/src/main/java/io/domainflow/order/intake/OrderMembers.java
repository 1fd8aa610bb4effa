package io.domainflow.order.intake;

import io.domainflow.json.JsonMembers;
import io.domainflow.order.content.Operation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members that an order may have: the common ones, and those of its operation. */
final class OrderMembers {

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

  private OrderMembers() {}

  /** Refuses members that no order, or no order of this operation, has. */
  static void refuseUnknown(JsonMembers fields, @Nullable Operation operation) {
    Set<String> known = new HashSet<>(MEMBERS);
    Arrays.stream(Operation.values()).forEach(each -> known.addAll(each.members()));
    fields.refuseUnknown(known);
    if (operation != null) {
      known.removeAll(MEMBERS);
      known.removeAll(operation.members());
      known.stream()
          .filter(fields::mentions)
          .sorted()
          .forEach(member -> fields.problem(member, "NOT_OFFERED", notPartOf(operation)));
    }
  }

  private static String notPartOf(Operation operation) {
    return "is not part of " + operation.phrase() + "; leave it out";
  }

  /**
   * Refuses common members that make no sense with an operation. Other changes need a separate
   * order.
   */
  static void refuseForeign(JsonMembers fields, Operation operation) {
    foreign(operation)
        .filter(fields::has)
        .forEach(member -> fields.problem(member, "NOT_OFFERED", notPartOf(operation)));
  }

  /** The common members that make no sense with an operation. */
  private static Stream<String> foreign(Operation operation) {
    return switch (operation) {
      case REGISTER, TRANSFER -> Stream.of();
      case CHANGE_REGISTRANT ->
          Stream.of("admin", "tech", "billing", "nameservers", "period", "renewalMode");
      case RENEW -> with("renewalMode");
      case RESTORE -> with("period");
      case DELETE, SUSPEND, UNSUSPEND -> with("period", "acceptPrice", "renewalMode");
      case CANCEL -> with("period", "acceptPrice");
      case UPDATE -> Stream.of("registrant", "admin", "tech", "billing", "period", "acceptPrice");
      case REVERT, AUTH_CODE, RELEASE -> with("period", "acceptPrice", "renewalMode");
    };
  }

  private static Stream<String> with(String... further) {
    return Stream.concat(OF_A_NAME_THAT_STAYS_AS_IT_IS.stream(), Stream.of(further));
  }
}
