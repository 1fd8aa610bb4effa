package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A question again, about something that nobody has: who may ask it is told that it is not there,
 * and who may not is refused as before.
 *
 * @param question the registrar's name of it
 */
public record RightCheck(String question, Map<String, String> parameters)
    implements Query<RightCheck.Result> {

  /** What a question can be about; {@code DOMAIN} comes first. */
  private static final String DOMAIN = "DOMAIN";

  private static final Map<String, String> OF_NOBODY =
      Map.of("CONTACT", "P-NOBODY0", "APPLICATION", "0", "EVENT", "0");

  /** The answer, of which only the code counts. */
  public record Result() {}

  /** The one for a question; empty if that is about the account as a whole. */
  public static Optional<RightCheck> of(String question, Map<String, String> parameters) {
    Map<String, String> others = new HashMap<>(parameters);
    String name = others.get(DOMAIN);
    if (name != null) {
      others.put(DOMAIN, "n" + UUID.randomUUID() + name.substring(name.indexOf('.')));
    }
    OF_NOBODY.forEach((parameter, value) -> others.replace(parameter, value));
    return others.equals(parameters)
        ? Optional.empty()
        : Optional.of(new RightCheck(question, others));
  }
}
