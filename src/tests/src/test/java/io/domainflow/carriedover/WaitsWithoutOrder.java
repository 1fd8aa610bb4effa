package io.domainflow.carriedover;

import static java.util.Map.entry;

import java.util.Map;

/** Waits of the models in which the earlier version had no instance. */
final class WaitsWithoutOrder {

  private static final String NO_CODE_LEFT =
      "the time of every auth code was over when the version was stopped";
  private static final String STEP_WITHOUT_ORDER = "only steps of orders are stopped";
  private static final String ANSWERED = "no story leaves a request that was answered alone";

  /**
   * Waits in which no instance was, each with the reason. A wait of a later model also belongs
   * here.
   */
  static final Map<String, String> NOBODY_IN =
      Map.ofEntries(
          entry("AuthCodeLockProcess IntermediateEvent_TimeToLook", NO_CODE_LEFT),
          entry("AuthCodeLockProcess Task_LookAtLeaving", NO_CODE_LEFT),
          entry("AuthCodeLockProcess Task_ProtectDomain", NO_CODE_LEFT),
          entry("AuthCodeProcess CallActivity_AuthCodeLock", NO_CODE_LEFT),
          entry(
              "ChangeOfRegistrantProcess IntermediateEvent_NextChase",
              "no story leaves a change alone after an operator has chased it"),
          entry(
              "ChangeOfRegistrantProcess Task_CancelOverdueChange",
              "the registrar ends what nobody confirms; this step is for when it does not"),
          entry("DriftProcess Task_MendDrift", STEP_WITHOUT_ORDER),
          entry("OutgoingTransferProcess BoundaryEvent_TimeToLook", ANSWERED),
          entry("OutgoingTransferProcess Task_AnswerTransfer", STEP_WITHOUT_ORDER),
          entry("OutgoingTransferProcess Task_AwaitOutcome", ANSWERED),
          entry("OutgoingTransferProcess Task_CheckRequest", STEP_WITHOUT_ORDER),
          entry("OutgoingTransferProcess Task_LookUpOutcome", STEP_WITHOUT_ORDER),
          entry("OutgoingTransferProcess Task_LookWhileAsked", STEP_WITHOUT_ORDER),
          entry("OutgoingTransferProcess Task_TellOfRequest", STEP_WITHOUT_ORDER),
          entry("TransferWatchProcess Task_DeleteEvents", STEP_WITHOUT_ORDER));

  private WaitsWithoutOrder() {}
}
