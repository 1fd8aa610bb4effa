package io.domainflow.process.webhooktrouble;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Names of WebhookTroubleProcess.bpmn that Java and the model share. The process is about the
 * webhook of a login, and has neither an order nor an account.
 */
@Component
public class WebhookTroubleProcess implements AccountProcess {

  static final String KEY = "WebhookTroubleProcess";

  static final String TASK_LOOK_AFTER_WEBHOOK = "Task_LookAfterWebhook";

  static final String MESSAGE_WEBHOOK_IN_TROUBLE = "Msg_WebhookInTrouble";
  static final String MESSAGE_WEBHOOK_WELL = "Msg_WebhookWell";

  private static final String PREFIX = "webhook:";

  private static final Set<String> VARIABLES = Set.of(OrderVariables.DECISION);

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Map<String, Object> subject(String businessKey) {
    return Map.of();
  }

  @Override
  public boolean endsWithItsAccount() {
    return false;
  }

  /** Business key of the process about an endpoint. */
  static String businessKey(UUID endpoint) {
    return PREFIX + endpoint;
  }

  /** The endpoint that a process is about. */
  static UUID endpoint(String businessKey) {
    return UUID.fromString(businessKey.substring(PREFIX.length()));
  }
}
