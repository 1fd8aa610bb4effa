package io.domainflow.process.worker;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadBalance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whether an order that is not placed yet would have to wait for credit. */
@Component
public class CreditQuestion {

  private final AccountCredit credit;

  CreditQuestion(AccountCredit credit) {
    this.credit = credit;
  }

  /**
   * Reads what the account can spend.
   *
   * @param price what would be charged for the order; null if that is not known
   */
  public Optional<Question> of(
      ProvisioningOrder draft, @Nullable Money price, RegistrarGateway registrar) {
    String account = draft.content().account();
    if (price != null && price.amount().signum() == 0) {
      return Optional.empty();
    }
    return credit.isUsedUp(account) || isTooLittle(account, price, registrar)
        ? Optional.of(
            new Question(Who.OPERATOR, Code.CREDIT, new CreditUsedUp(account).getMessage()))
        : Optional.empty();
  }

  private static boolean isTooLittle(
      String account, @Nullable Money price, RegistrarGateway registrar) {
    if (price == null) {
      return false;
    }
    try {
      return registrar
          .ask(account, new ReadBalance())
          .available()
          .filter(available -> available.currency().equals(price.currency()))
          .filter(available -> available.amount().compareTo(price.amount()) < 0)
          .isPresent();
    } catch (Refused e) {
      // The account may not be permitted to ask; the registrar checks the credit when it charges.
      return false;
    }
  }
}
