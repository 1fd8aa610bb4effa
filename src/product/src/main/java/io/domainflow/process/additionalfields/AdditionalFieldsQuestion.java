package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.TldCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an operator has to be asked for additional fields, as variables for a model.
 */
@Component
public class AdditionalFieldsQuestion {

  private static final OwnVariables OWN = new OwnVariables();

  /** Whether the registry requires additional fields that the order lacks. */
  public static final Variable<Boolean> MISSING = OWN.flag("additionalFieldsMissing");

  /** Id of the form for the TLD's additional fields. */
  public static final Variable<String> FORM = OWN.text("additionalFieldsForm");

  /** Which additional fields are missing, for people. */
  public static final Variable<String> MISSING_TEXT = OWN.text("additionalFieldsMissingText");

  /** The names of these variables. */
  public static final Set<String> VARIABLES = OWN.namesAnd(FieldContexts.WAY.name());

  private final TldCatalogue tlds;

  AdditionalFieldsQuestion(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  /** What an operator would be asked for; empty if nothing is missing. */
  public Optional<Question> question(ProvisioningOrder order) {
    return question(order, of(order));
  }

  /** What an operator would be asked for if the order takes this route. */
  public Optional<Question> question(ProvisioningOrder order, FormOperation way) {
    return question(order, of(order, way));
  }

  private static Optional<Question> question(ProvisioningOrder order, Map<String, Object> facts) {
    return Boolean.TRUE.equals(MISSING.in(facts))
        ? Optional.of(
            new Question(
                Who.OPERATOR,
                Code.ADDITIONAL_FIELDS,
                what(order.content().domain(), MISSING_TEXT.in(facts))))
        : Optional.empty();
  }

  /** What the order waits for, for people. */
  static String what(DomainName domain, @Nullable String missing) {
    return "additional fields for ." + domain.unicodeZone() + ": " + missing;
  }

  /** The variables for an order in its current state. */
  public Map<String, Object> of(ProvisioningOrder order) {
    return of(order, RegistrantContext.of(order.content()));
  }

  /** The variables for an order that takes this route. */
  public Map<String, Object> of(ProvisioningOrder order, FormOperation way) {
    return of(order, RegistrantContext.of(order.content(), way));
  }

  /**
   * The variables for an order whose additional fields have to be checked again for this route,
   * because the registrar has refused some: an operator is asked if the route accepts any at all.
   */
  public Map<String, Object> onceMore(ProvisioningOrder order, FormOperation way) {
    Map<String, Object> facts = of(order, way);
    boolean takesAny =
        tlds.policyOfOrdered(order.content().domain())
            .form()
            .filter(form -> !form.parameters(way).isEmpty())
            .isPresent();
    if (!takesAny || Boolean.TRUE.equals(MISSING.in(facts))) {
      return facts;
    }
    return new StepVariables()
        .and(facts)
        .and(MISSING, true)
        .and(MISSING_TEXT, "all of them once more, since the registrar has refused")
        .map();
  }

  private Map<String, Object> of(ProvisioningOrder order, FieldContext context) {
    Optional<AdditionalFieldsForm> form = tlds.policyOfOrdered(order.content().domain()).form();
    if (form.isEmpty()) {
      return StepVariables.of(MISSING, false);
    }
    AdditionalFields given = form.get().taken(order.content().additionalFields(), context);
    return new StepVariables()
        .and(MISSING, !form.get().missing(given, context).isEmpty())
        .and(MISSING_TEXT, form.get().missingText(given, context))
        .and(FORM, form.get().id())
        .and(FieldContexts.WAY, context.operation().name())
        .map();
  }
}
