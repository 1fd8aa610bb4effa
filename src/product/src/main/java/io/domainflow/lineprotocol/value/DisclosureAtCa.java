package io.domainflow.lineprotocol.value;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Privacy for {@code .ca}, where the registry itself hides individuals and shows organizations. The
 * field says whether it shows them, which is the opposite of privacy.
 */
public final class DisclosureAtCa {

  private static final String FIELD = "X-CA-DISCLOSE";

  /** The kinds of registrants whose data can be hidden: citizens, residents and the like. */
  private static final Set<String> PERSONS = Set.of("CCT", "RES", "ABO", "LGR");

  private DisclosureAtCa() {}

  /** Whether this field controls the privacy of a name. */
  public static boolean decides(DomainName domain) {
    return domain.ascii().endsWith(".ca");
  }

  /**
   * Whether the registry hides the registrant. By default it hides individuals.
   *
   * @param kind the property that states the kind of the registrant
   * @return empty if it cannot hide the registrant, or nothing is stated
   */
  public static Optional<Boolean> hides(RegistrarResponse response, String kind) {
    return response
        .flag(FIELD)
        .map(shown -> !shown)
        .or(() -> response.first(kind).filter(PERSONS::contains).map(person -> true));
  }

  /** Hides the registrant or shows it. */
  public static void put(Map<String, String> parameters, boolean privacy) {
    parameters.put(FIELD, privacy ? "0" : "1");
  }
}
