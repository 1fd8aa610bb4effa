package io.domainflow.ispapi.command;

import java.util.Map;
import java.util.Set;

/**
 * What the reseller says of the two registrants when it asks for a change of registrant in a zone
 * that follows ICANN's policy ({@code ICANN-TRADE}). Together the three decide between a change at
 * once with a lock of 60 days, and one that waits for the prior registrant: the registrar's wiki on
 * IRTP has the table.
 *
 * <p>The registrar's page of TradeDomain has the texts of the two confirmations swapped against
 * their names: it describes {@code X-CONFIRM-DA-OLD-REGISTRANT} as the confirmation for the new
 * registrant. The names are right, as the wiki uses them.
 *
 * @param newRegistrant the new registrant has consented or has the reseller as designated agent;
 *     without it the registrar refuses in such a zone
 * @param priorRegistrant the prior registrant has consented or has the reseller as designated
 *     agent; the registrar ignores it where the lock is opted out of
 * @param optOutOfLock the prior registrant wants no lock and has said so before; null where the
 *     zone knows no such wish, as those of AFNIC
 */
public record Confirmations(boolean newRegistrant, boolean priorRegistrant, Boolean optOutOfLock) {

  /** Nothing is said: zones with a change of registrant of their own take none of the three. */
  public static final Confirmations NONE = new Confirmations(false, false, null);

  /** The parameters that are set here. */
  static final Set<String> PARAMETERS =
      Set.of(
          "X-CONFIRM-DA-NEW-REGISTRANT",
          "X-CONFIRM-DA-OLD-REGISTRANT",
          "X-REQUEST-OPT-OUT-TRANSFERLOCK");

  /**
   * Adds the parameters. «No» is said rather than left out, because the account's settings speak
   * for what is left out; only for the new registrant it is not documented what it would mean.
   */
  void put(Map<String, String> parameters) {
    if (equals(NONE)) {
      return;
    }
    if (newRegistrant) {
      parameters.put("X-CONFIRM-DA-NEW-REGISTRANT", "1");
    }
    parameters.put("X-CONFIRM-DA-OLD-REGISTRANT", priorRegistrant ? "1" : "0");
    if (optOutOfLock != null) {
      parameters.put("X-REQUEST-OPT-OUT-TRANSFERLOCK", optOutOfLock ? "1" : "0");
    }
  }
}
