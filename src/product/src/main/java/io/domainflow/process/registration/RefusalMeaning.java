package io.domainflow.process.registration;

import io.domainflow.order.OrderPart;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.TldCatalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Explains a refusal of the registrar in one plain sentence, without the registrar's parameter
 * names.
 */
@Component
class RefusalMeaning {

  private final TldCatalogue tlds;
  private final RegistrarCodes codes;

  RefusalMeaning(TldCatalogue tlds, RegistrarCodes codes) {
    this.tlds = tlds;
    this.codes = codes;
  }

  /** The meaning of the refusal that was recorded with an order. */
  String of(ProvisioningOrder order) {
    return of(
        order,
        order.purchase().refusalOrThrow(),
        order.failure() == null ? null : order.failure().registrarCode());
  }

  /**
   * The meaning of a refusal of an order.
   *
   * @param code result code of the refusal; null if it is not known
   */
  String of(ProvisioningOrder order, Refusal refusal, @Nullable Integer code) {
    String what = what(code == null ? RefusalReason.OTHER : codes.reason(code));
    String parts =
        refusal.parts().stream()
            .sorted()
            .map(part -> name(part, order, refusal))
            .collect(Collectors.joining(", "));
    return what + (parts.isEmpty() ? "." : ": " + parts + ".");
  }

  /**
   * The additional fields that the registrar requires and the order lacks. Without them it refuses
   * again.
   */
  List<AdditionalField> missing(ProvisioningOrder order) {
    if (order.failure() == null
        || order.failure().registrarCode() == null
        || codes.reason(order.failure().registrarCode()) != RefusalReason.VALUE_MISSING) {
      return List.of();
    }
    Set<String> named = codes.additionalFieldsNamedIn(order.purchase().refusalOrThrow().words());
    return tlds.policyOfOrdered(order.content().domain()).form().stream()
        .flatMap(form -> form.fields().stream())
        .filter(field -> !field.isHelper() && named.contains(field.parameter()))
        .filter(field -> field.operations().contains(FormOperation.REGISTER))
        .filter(
            field -> !order.content().additionalFields().values().containsKey(field.parameter()))
        .toList();
  }

  private static String what(RefusalReason reason) {
    return switch (reason) {
      case VALUE_MISSING -> "it misses something";
      case UNKNOWN_FIELD, FIELD_IS_FIXED -> "it does not accept a given value";
      case VALUE_REFUSED, VALUE_MALFORMED -> "it does not accept a value";
      case NOT_FOUND -> "it does not know something that the order refers to";
      case NOT_OFFERED -> "it does not offer this for names of this kind";
      case STATUS_PROHIBITS, NOT_NOW -> "a rule does not allow it as things are";
      case OF_ANOTHER_ACCOUNT ->
          "something the order refers to belongs to another account, or this login may not do it";
      default -> "it refuses";
    };
  }

  private String name(OrderPart part, ProvisioningOrder order, Refusal refusal) {
    return switch (part) {
      case REGISTRANT -> "registrant";
      case ADMIN -> "administrative contact";
      case TECH -> "technical contact";
      case BILLING -> "billing contact";
      case NAMESERVERS -> "name servers";
      case PERIOD -> "period";
      case PRIVACY -> "privacy";
      case IDN_LANGUAGE -> "language of the name";
      case AUTH_CODE -> "auth code";
      case ADDITIONAL_FIELDS -> additionalFields(order, refusal);
    };
  }

  private String additionalFields(ProvisioningOrder order, Refusal refusal) {
    Set<String> named = codes.additionalFieldsNamedIn(refusal.words());
    List<String> labels =
        tlds.policyOfOrdered(order.content().domain()).form().stream()
            .flatMap(form -> form.fields().stream())
            .filter(field -> !field.isHelper() && named.contains(field.parameter()))
            .map(AdditionalField::label)
            .distinct()
            .toList();
    return labels.isEmpty() ? "additional fields" : "«" + String.join("», «", labels) + "»";
  }
}
