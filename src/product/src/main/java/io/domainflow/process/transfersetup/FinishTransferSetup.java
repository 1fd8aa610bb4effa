package io.domainflow.process.transfersetup;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.TransferSetup;
import io.domainflow.order.progress.TransferSetups;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Finish transfer setup: the name is here, but it is not set up as ordered. */
@Component
class FinishTransferSetup implements UserTask {

  private final Orders orders;
  private final TransferSetups setups;
  private final SetupWords words;

  FinishTransferSetup(Orders orders, TransferSetups setups, SetupWords words) {
    this.orders = orders;
    this.setups = setups;
    this.words = words;
  }

  @Override
  public String id() {
    return "Task_FinishTransferSetup";
  }

  /** A pending change of registrant sets its own deadline for the task. */
  @Override
  public Waits waits(OpenTask task) {
    TransferSetup setup = setups.get(task.order().id());
    Instant tradeEnd = words.tradeEnd(setup);
    if (setup.tradePending() && tradeEnd != null) {
      task.due(tradeEnd);
    }
    return task.operator(SetupWords.code(setup), words.what(task.order(), setup));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    TransferSetup setup = setups.get(order.id());
    return Map.of(
        "settingsText", PlainText.of(SetupWords.settings(setup)),
        "contactsText", sentence(SetupWords.contacts(order, setup)),
        "tradeText", sentence(words.trade(setup)),
        "changePossible", StartOfChange.refusal(order, setup).isEmpty());
  }

  private static String sentence(String text) {
    return text.isEmpty() ? "" : StringUtils.capitalize(PlainText.of(text)) + ".";
  }

  /** The outcome names what is left unchanged. */
  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("START_CHANGE")) {
      Decision.refuse(StartOfChange.refusal(order, setups.get(order.id())));
    }
    if (decision.is("LEAVE_AS_IS")) {
      orders.remark(order.id(), words.leftAsIs(order, setups.get(order.id())));
    }
  }
}
