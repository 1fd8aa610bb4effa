package io.domainflow.process.transfersetup;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.TransferSetup;
import io.domainflow.order.TransferSetups;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Shows what could not be set, whether there are contacts, and a change of registrant. */
@Component
class TransferSetupFacts implements TaskFacts {

  private final TransferSetups setups;
  private final SetupWords words;

  TransferSetupFacts(TransferSetups setups, SetupWords words) {
    this.setups = setups;
    this.words = words;
  }

  @Override
  public String task() {
    return TransferSetupProcess.TASK_FINISH_TRANSFER_SETUP;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
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
}
