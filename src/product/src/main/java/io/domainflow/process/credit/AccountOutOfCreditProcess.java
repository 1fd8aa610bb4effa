package io.domainflow.process.credit;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of AccountOutOfCreditProcess.bpmn that Java and the model share. */
@Component
public class AccountOutOfCreditProcess implements AccountProcess {

  static final String KEY = "AccountOutOfCreditProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_ACCOUNT_OUT_OF_CREDIT = "Task_AccountOutOfCredit";

  /** The account that is out of credit. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  /** What could be spent when the credit was used up, for people. */
  static final Variable<String> AVAILABLE_THEN = OWN.text("availableThen");

  /** The same in the account's currency. */
  static final Variable<Double> AMOUNT_THEN = OWN.amount("amountThen");

  /** Whether anything can be spent, according to the last check. */
  static final Variable<Boolean> CREDIT_AGAIN = OWN.flag("creditAgain");

  /** Whether more can be spent than then, according to the last check. */
  static final Variable<Boolean> BALANCE_RISEN = OWN.flag("balanceRisen");

  private static final Set<String> VARIABLES = OWN.namesAnd(OrderVariables.DECISION);

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
    return StepVariables.of(ACCOUNT, businessKey);
  }
}
