package io.domainflow.order.intake;

import io.domainflow.json.JsonMembers;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.Text;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.owner.Caller;
import io.domainflow.owner.DomainOwners;
import io.domainflow.tld.TldPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the additional fields of an order, with the values stored with the name and the defaults.
 */
@Component
class AdditionalFieldsReader {

  private final SavedAdditionalFields kept;
  private final DomainOwners owners;

  AdditionalFieldsReader(SavedAdditionalFields kept, DomainOwners owners) {
    this.kept = kept;
    this.owners = owners;
  }

  /** The values in an order. */
  static AdditionalFields given(JsonMembers fields) {
    JsonMembers object = fields.object("additionalFields");
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
   * An order completed with the values stored with the name for the same registrant, if the caller
   * owns the name.
   */
  OrderContent withKept(JsonMembers fields, TldPolicy policy, OrderContent order, Caller caller) {
    if (policy.form().isEmpty()
        || order.operation().forms().isEmpty()
        || order.account() == null
        || order.registrant() == null
        || !caller.maySee(owners.of(order.account(), order.domain()).orElse(null))) {
      return order;
    }
    SavedAdditionalFields.Kept known = kept.of(order.account(), order.domain());
    if (!known.isAbout(order.registrant())) {
      return order;
    }
    Map<String, String> values = new LinkedHashMap<>(known.values().values());
    takenBack(fields).forEach(values::remove);
    AdditionalFields given = order.additionalFields();
    AdditionalFields fitting =
        new MultiRouteFieldCheck(policy, order).fitting(new AdditionalFields(values), given);
    return order.with(order.details().with(order.contacts(), fitting.with(given)));
  }

  /** The order's own values, without stored ones that do not belong to this registrant. */
  AdditionalFields withoutKept(OrderContent order, @Nullable Contact registrant) {
    if (order.registrant() == null || order.registrant().equals(registrant)) {
      return order.additionalFields();
    }
    SavedAdditionalFields.Kept known = kept.of(order.account(), order.domain());
    if (!known.isAbout(order.registrant()) || known.isAbout(registrant)) {
      return order.additionalFields();
    }
    Map<String, String> own = new LinkedHashMap<>(order.additionalFields().values());
    own.entrySet().removeAll(known.values().values().entrySet());
    return new AdditionalFields(own);
  }

  /** The values of an order merged with corrections. A value of null removes an earlier one. */
  static AdditionalFields merged(JsonMembers fields, TldPolicy policy, OrderContent order) {
    AdditionalFields given = given(fields);
    Map<String, String> before = new LinkedHashMap<>(order.additionalFields().values());
    takenBack(fields).forEach(before::remove);
    return new MultiRouteFieldCheck(policy, order).merge(new AdditionalFields(before), given);
  }

  /** An order with defaults for its missing fields. */
  static OrderContent withDefaults(TldPolicy policy, OrderContent order) {
    if (!isJudgeable(order)) {
      return order;
    }
    return order.with(
        order
            .details()
            .with(
                order.contacts(),
                new MultiRouteFieldCheck(policy, order).withDefaults(order.additionalFields())));
  }

  /**
   * Reports problems of the fields.
   *
   * @param strict whether missing fields are problems, too
   */
  static void check(JsonMembers fields, TldPolicy policy, OrderContent order, boolean strict) {
    if (!isJudgeable(order)) {
      return;
    }
    MultiRouteFieldCheck judged = new MultiRouteFieldCheck(policy, order);
    AdditionalFields values = order.additionalFields();
    List<FieldProblem> problems = new ArrayList<>(judged.check(values));
    if (strict) {
      problems.addAll(judged.missing(values));
    }
    problems.forEach(
        problem ->
            fields.problem(
                "additionalFields." + Text.printable(problem.field()),
                problem.code(),
                problem.message()));
  }

  /**
   * Whether the required fields can be determined. A registration with an invalid registrant
   * already has a problem, on which the rest depends; an update needs fields only for its
   * registrant.
   */
  static boolean isJudgeable(OrderContent order) {
    return order.details() instanceof UpdateOrder update
        ? update.registrantDetails() != null
        : order.operation() == Operation.TRANSFER || order.registrant() != null;
  }

  private static Collection<String> takenBack(JsonMembers fields) {
    JsonMembers object = fields.object("additionalFields");
    return object == null ? List.of() : object.emptyNames();
  }
}
