package io.domainflow.process.accountcheck;

import io.domainflow.process.EngineRights;
import io.domainflow.registrar.AccountAnswersAgain;
import io.domainflow.registrar.AccountStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a task at once for an account that the registrar has stopped, and closes it as soon as the
 * account works again.
 */
@Component
class AccountStoppedListener {

  private static final Logger log = LoggerFactory.getLogger(AccountStoppedListener.class);

  private final FindingTasks tasks;
  private final EngineRights rights;
  private final TransactionTemplate transaction;

  AccountStoppedListener(
      FindingTasks tasks, EngineRights rights, PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.rights = rights;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void stopped(AccountStopped event) {
    log.error(
        "account {}: the registrar has stopped it ({}); no more calls are made for it",
        event.account(),
        event.reason());
    try {
      transaction.executeWithoutResult(status -> rights.use(() -> record(event)));
    } catch (RuntimeException e) {
      // The call that found it out must not fail because of this; the daily check opens the task
      // then.
      log.error("account {}: no task was created for that", event.account(), e);
    }
  }

  @EventListener
  void answersAgain(AccountAnswersAgain event) {
    try {
      transaction.executeWithoutResult(
          status ->
              rights.use(
                  () -> {
                    tasks.gone(event.account(), FindingKind.LOGIN);
                    return true;
                  }));
    } catch (RuntimeException e) {
      // The test must not fail because of this; the daily check closes the task then.
      log.error("account {}: its task was not closed", event.account(), e);
    }
  }

  private boolean record(AccountStopped event) {
    tasks.record(event.account(), AccountCheck.stopped(event.reason()));
    return true;
  }
}
