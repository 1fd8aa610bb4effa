package io.domainflow.process.registration;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPart;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.intake.OrderInput;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.ProblemText;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.TldCatalogue;
import jakarta.ws.rs.core.Response.Status;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Correct registration: the registrar refused it, and values of the order can be corrected. */
@Component
class CorrectRegistration implements UserTask {

  private final Orders orders;
  private final OrderInput input;
  private final CorrectionAnswers answers;
  private final TldCatalogue tlds;
  private final RefusalMeaning meaning;

  CorrectRegistration(
      Orders orders,
      @Lazy OrderInput input,
      CorrectionAnswers answers,
      TldCatalogue tlds,
      RefusalMeaning meaning) {
    this.orders = orders;
    this.input = input;
    this.answers = answers;
    this.tlds = tlds;
    this.meaning = meaning;
  }

  @Override
  public String id() {
    return "Task_CorrectRegistration";
  }

  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    return task.operator(
        Code.REGISTRAR_REFUSED, what(order.purchase().refusalOrThrow(), meaning.of(order)));
  }

  /** What was refused, and what to do. */
  static String what(Refusal refusal, String meaning) {
    String members =
        refusal.parts().stream().sorted().map(OrderPart::member).collect(joining(", "));
    return "the registrar refused the registration: "
        + meaning
        + " Its words: «"
        + refusal.words()
        + "». Nothing was bought. Give corrected values"
        + (members.isEmpty() ? "" : " of " + members)
        + " as input"
        + CallerInstructions.orAnOperator("corrects them");
  }

  /**
   * The parts of the order that the registrar's refusal is about; all parts if that is not clear.
   */
  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    RegistrationOrder ordered = order.content().as(RegistrationOrder.class);
    Refusal refusal = order.purchase().refusalOrThrow();
    Set<OrderPart> parts =
        refusal.parts().isEmpty() ? EnumSet.allOf(OrderPart.class) : refusal.parts();
    Map<String, Object> shown = new HashMap<>();
    Optional<AdditionalFieldsForm> form = form(order);
    form.ifPresent(
        fields ->
            shown.putAll(
                fields.toForm(
                    order.content().additionalFields(), RegistrantContext.of(order.content()))));
    shown.values().removeIf(value -> value == null);
    shown.put("refusal", PlainText.of(refusal.words()));
    shown.put("refusalMeaning", PlainText.of(meaning.of(order)));
    for (OrderPart part : OrderPart.values()) {
      shown.put(
          "correct" + StringUtils.capitalize(part.member()),
          parts.contains(part) && (part != OrderPart.ADDITIONAL_FIELDS || form.isPresent()));
    }
    shown.put(CorrectionAnswers.NAMESERVERS, CorrectionAnswers.text(ordered.nameservers()));
    for (ContactRole role : ContactRole.values()) {
      Contact contact = order.content().contact(role);
      boolean given = CorrectionAnswers.isGiven(role, order);
      shown.put(role.name().toLowerCase(Locale.ROOT) + "Given", given);
      if (given) {
        shown.putAll(CorrectionAnswers.shown(role, contact));
      }
      shown.put(CorrectionAnswers.handleKey(role), contact.isHandle() ? contact.handle() : "");
    }
    shown.put(CorrectionAnswers.PERIOD, ordered.period().toString());
    shown.put(CorrectionAnswers.PRIVACY, ordered.privacy());
    shown.put(
        CorrectionAnswers.IDN_LANGUAGE, ordered.idnLanguage() == null ? "" : ordered.idnLanguage());
    return shown;
  }

  /**
   * Checks the corrected values like those of a new order; the operator reads what is wrong, and
   * the task stays open.
   */
  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("GIVE_UP")) {
      orders.recordFailure(order.id(), givenUp(order));
      return;
    }
    try {
      ObjectNode corrections = answers.of(decision);
      requireWhatWasMissing(order, corrections);
      if (!corrections.isEmpty()) {
        input.revise(order, corrections, decision.login());
      }
    } catch (OrderRejected e) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, e, ProblemText.of(e.problems(), form(order)) + e.andMore());
    }
    orders.refused(order.id(), null);
  }

  private void requireWhatWasMissing(ProvisioningOrder order, ObjectNode corrections) {
    List<AdditionalField> missing = meaning.missing(order);
    // Input from the caller is already in the order.
    if (CurrentLogin.inTheEngine().isPresent()
        && !missing.isEmpty()
        && missing.stream()
            .allMatch(
                field ->
                    corrections
                        .path("additionalFields")
                        .path(field.parameter())
                        .asText()
                        .isBlank())) {
      throw Decision.refused(
          "The registrar misses «"
              + missing.stream().map(AdditionalField::label).distinct().collect(joining("», «"))
              + "»: fill that in, or give up. Nothing was sent.");
    }
  }

  private static Failure givenUp(ProvisioningOrder order) {
    return new Failure(
        Reason.REGISTRAR_REFUSED,
        "The registrar refused to register "
            + order.content().domain().unicode()
            + ": «"
            + order.purchase().refusalOrThrow().words()
            + "». Somebody decided not to correct it. Nothing was bought.",
        order.failure() == null ? null : order.failure().registrarCode());
  }

  private Optional<AdditionalFieldsForm> form(ProvisioningOrder order) {
    return tlds.policyOfOrdered(order.content().domain()).form();
  }
}
