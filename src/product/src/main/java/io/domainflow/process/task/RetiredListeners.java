package io.domainflow.process.task;

import io.domainflow.process.wait.ProcessWait;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.stereotype.Component;

/**
 * Registers the bean names of listeners that earlier versions of the models refer to, at their user
 * tasks and waits. Their work is now done by {@link UserTask}, {@link AccountTask} and {@link
 * ProcessWait}, in all versions of a model; the listeners under these names do nothing, so that an
 * instance of an earlier version can continue. They can be removed when no installation still has
 * such an instance.
 */
@Component
class RetiredListeners implements BeanDefinitionRegistryPostProcessor {

  static final List<String> NAMES =
      List.of(
          "accountOutOfCreditListener",
          "additionalFieldsSubmittedListener",
          "approveForRegistrantListener",
          "approvePriceListener",
          "approveRestorePriceListener",
          "approveTradePriceListener",
          "approveTransferPriceListener",
          "awaitAnswerListener",
          "awaitConfirmationListener",
          "awaitDeletionListener",
          "awaitRegistrationListener",
          "awaitRepairListener",
          "awaitRestorationListener",
          "awaitTransferListener",
          "changeCorrectedListener",
          "changePreparedListener",
          "chaseConfirmationListener",
          "chaseDeletionListener",
          "chaseRegistrationListener",
          "chaseRenewalListener",
          "chaseRestorationListener",
          "chaseTransferListener",
          "chooseLockOrWaitListener",
          "claimsNoticeDecidedListener",
          "collectAdditionalFieldsListener",
          "confirmDeletionListener",
          "confirmationChasedListener",
          "consentDecidedListener",
          "correctChangeListener",
          "correctDeletionListener",
          "correctFindingListener",
          "correctRegistrationListener",
          "correctRenewalListener",
          "correctSuspensionListener",
          "correctTransferListener",
          "decideOnClaimsNoticeListener",
          "decideOnPriceListener",
          "decisionListener",
          "deletionChasedListener",
          "deletionConfirmedListener",
          "deletionCorrectedListener",
          "dutyTaskListener",
          "finishTransferSetupListener",
          "lockOrWaitChosenListener",
          "lookAfterWebhookListener",
          "nextDeadlineListener",
          "priceDecidedListener",
          "registrationCorrectedListener",
          "renewalChasedListener",
          "renewalCorrectedListener",
          "resolveDifferenceListener",
          "restorationChasedListener",
          "sendSignedFormListener",
          "setTransferLockListener",
          "settleDisputedChangeListener",
          "signedFormSentListener",
          "suspensionCorrectedListener",
          "transferChasedListener",
          "transferCorrectedListener",
          "transferSetupDecidedListener");

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    NAMES.forEach(
        name -> registry.registerBeanDefinition(name, new RootBeanDefinition(Nothing.class)));
  }

  /** Does nothing. */
  static final class Nothing implements TaskListener, ExecutionListener {

    @Override
    public void notify(DelegateTask task) {}

    @Override
    public void notify(DelegateExecution execution) {}
  }
}
