package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.Confirmations;
import java.util.Map;
import java.util.Set;

/**
 * The confirmations for the two registrants, as parameters of a change of registrant in a zone with
 * {@code ICANN-TRADE}. A table in the registrar's wiki on IRTP shows the combined effect of the
 * three.
 *
 * <p>The registrar's page of {@code TradeDomain} has swapped the descriptions of the two
 * confirmations: it describes {@code X-CONFIRM-DA-OLD-REGISTRANT} as the confirmation for the new
 * registrant. The names are right, as the wiki uses them.
 */
final class ConfirmationParameters {

  /** The parameters set here. */
  static final Set<String> NAMES =
      Set.of(
          "X-CONFIRM-DA-NEW-REGISTRANT",
          "X-CONFIRM-DA-OLD-REGISTRANT",
          "X-REQUEST-OPT-OUT-TRANSFERLOCK");

  private ConfirmationParameters() {}

  /**
   * Adds the parameters. «No» is sent rather than omitted, because the account's settings apply to
   * omitted parameters; only for the new registrant the meaning of «no» is not documented.
   */
  static void put(Map<String, String> parameters, Confirmations confirmations) {
    if (confirmations.equals(Confirmations.NONE)) {
      return;
    }
    if (confirmations.newRegistrant()) {
      parameters.put("X-CONFIRM-DA-NEW-REGISTRANT", "1");
    }
    parameters.put("X-CONFIRM-DA-OLD-REGISTRANT", confirmations.priorRegistrant() ? "1" : "0");
    if (confirmations.optOutOfLock() != null) {
      parameters.put("X-REQUEST-OPT-OUT-TRANSFERLOCK", confirmations.optOutOfLock() ? "1" : "0");
    }
  }
}
