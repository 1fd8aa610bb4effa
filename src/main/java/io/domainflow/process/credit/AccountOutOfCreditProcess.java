package io.domainflow.process.credit;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of AccountOutOfCreditProcess.bpmn that Java and the model share. */
@Component
public class AccountOutOfCreditProcess implements AccountProcess {

  static final String KEY = "AccountOutOfCreditProcess";
  static final String TASK_ACCOUNT_OUT_OF_CREDIT = "Task_AccountOutOfCredit";

  /** The account it is about (String). */
  static final String ACCOUNT = "account";

  /** What could be spent when the credit was used up, for people (String). */
  static final String AVAILABLE_THEN = "availableThen";

  /** The same in the account's currency (Double). */
  static final String AMOUNT_THEN = "amountThen";

  /** Whether anything can be spent, by the last look (Boolean). */
  static final String CREDIT_AGAIN = "creditAgain";

  /** Whether more can be spent than then, by the last look (Boolean). */
  static final String BALANCE_RISEN = "balanceRisen";

  private static final Set<String> VARIABLES =
      Set.of(
          ACCOUNT,
          AVAILABLE_THEN,
          AMOUNT_THEN,
          CREDIT_AGAIN,
          BALANCE_RISEN,
          OrderVariables.DECISION);

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
    return Map.of(ACCOUNT, businessKey);
  }
}
