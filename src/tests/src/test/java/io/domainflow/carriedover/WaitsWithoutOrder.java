package io.domainflow.carriedover;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Waits of the models in which the earlier version had no instance. */
final class WaitsWithoutOrder {

  private static final String CONSENTS_WITHIN =
      "the change of registrant called no process for a consent before 1.4.0, and had its steps";

  /** Processes that the earlier version did not have. */
  static final Set<String> NEW_SINCE =
      Set.of(
          "DomainUpdateProcess",
          "DriftProcess",
          "OutgoingTransferProcess",
          "AuthCodeProcess",
          "AuthCodeLockProcess",
          "DomainReleaseProcess");

  /**
   * Waits in which no instance was, each with the reason. A wait of a later model also belongs
   * here.
   */
  static final Map<String, String> NOBODY_IN =
      Map.ofEntries(
          entry(
              "ChangeOfRegistrantProcess IntermediateEvent_NextChase",
              "the model has it since 1.4.0"),
          entry(
              "ChangeOfRegistrantProcess Task_CancelOverdueChange",
              "the registrar ends what nobody confirms; this step is for when it does not"),
          entry(
              "ChangeOfRegistrantProcess Task_SettleDisputedChange",
              "the model has it since 1.3.0"),
          entry("ChangeOfRegistrantProcess CallActivity_NewConsent", CONSENTS_WITHIN),
          entry("ChangeOfRegistrantProcess CallActivity_PriorConsent", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess BoundaryEvent_NoAnswer", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess Task_ApproveForNewRegistrant", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess Task_ApproveForPriorRegistrant", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess Task_AwaitAnswer", CONSENTS_WITHIN),
          entry(
              "DomainTransferProcess Task_WithdrawAsRequested",
              "the order that stood there ended with its transfer, which nobody confirmed"),
          entry("TransferWatchProcess Task_ListOutgoingTransfers", "the model has it since 1.1.0"));

  private WaitsWithoutOrder() {}
}
