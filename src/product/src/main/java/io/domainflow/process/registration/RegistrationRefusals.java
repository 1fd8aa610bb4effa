package io.domainflow.process.registration;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderPart;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.process.worker.StepResult;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.command.RegistrationPart;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what a registrar's refusal of a registration means. A person can correct every cause
 * except one: the name is taken.
 */
@Component
class RegistrationRefusals {

  private final Orders orders;
  private final RegistrarCodes codes;

  RegistrationRefusals(Orders orders, RegistrarCodes codes) {
    this.orders = orders;
    this.codes = codes;
  }

  /**
   * What a refusal means.
   *
   * @param toCorrect what a person can correct; null if the name is taken
   */
  record Meaning(Failure failure, @Nullable Refusal toCorrect) {}

  StepResult conclude(ProvisioningOrder order, int code, String words) {
    Meaning meaning = meaning(order, code, words);
    return meaning.toCorrect() == null
        ? error(order, DomainRegistrationProcess.ERROR_NAME_TAKEN, meaning.failure())
        : toCorrect(order, meaning);
  }

  /** Sends the order to a correction, whatever the code. */
  StepResult toCorrect(ProvisioningOrder order, int code, String words, Set<OrderPart> parts) {
    return toCorrect(order, correctable(order, code, new Refusal(parts, words)));
  }

  /** The meaning of a refusal; records nothing. */
  Meaning meaning(ProvisioningOrder order, int code, String words) {
    RefusalReason reason = codes.reason(code);
    if (reason == RefusalReason.ALREADY_THERE || reason == RefusalReason.NAME_TAKEN) {
      return new Meaning(
          new Failure(
              Reason.NAME_TAKEN,
              order.content().domain().unicode()
                  + " was taken in the meantime. Nothing was bought. Order another name.",
              code),
          null);
    }
    return correctable(order, code, new Refusal(parts(words), words));
  }

  private static Meaning correctable(ProvisioningOrder order, int code, Refusal refusal) {
    return new Meaning(
        new Failure(
            Reason.REGISTRAR_REFUSED,
            "The registrar refused to register "
                + order.content().domain().unicode()
                + ": «"
                + refusal.words()
                + "». Nothing was bought. Correct what it names and order again.",
            code),
        refusal);
  }

  private StepResult toCorrect(ProvisioningOrder order, Meaning meaning) {
    orders.refused(order.id(), meaning.toCorrect());
    return error(order, DomainRegistrationProcess.ERROR_REGISTRATION_REFUSED, meaning.failure());
  }

  private StepResult error(ProvisioningOrder order, String error, Failure failure) {
    orders.recordFailure(order.id(), failure);
    return StepResult.error(error);
  }

  private Set<OrderPart> parts(String words) {
    return codes.partsNamedIn(words).stream()
        .flatMap(part -> part(part).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<OrderPart> part(RegistrationPart part) {
    return switch (part) {
      case REGISTRANT -> Optional.of(OrderPart.REGISTRANT);
      case ADMIN -> Optional.of(OrderPart.ADMIN);
      case TECH -> Optional.of(OrderPart.TECH);
      case BILLING -> Optional.of(OrderPart.BILLING);
      case NAMESERVERS -> Optional.of(OrderPart.NAMESERVERS);
      case ADDITIONAL_FIELDS -> Optional.of(OrderPart.ADDITIONAL_FIELDS);
      case PERIOD -> Optional.of(OrderPart.PERIOD);
      case PRIVACY -> Optional.of(OrderPart.PRIVACY);
      case IDN_LANGUAGE -> Optional.of(OrderPart.IDN_LANGUAGE);
      case NOTICE, PRICE -> Optional.empty();
    };
  }
}
