package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A query repeated for an object that does not exist: an account that may send it is told that the
 * object is not found; any other is refused as before.
 *
 * @param question the registrar's name of the query
 */
public record RightCheck(String question, Map<String, String> parameters)
    implements Query<RightCheck.Result> {

  /** The possible subjects of a query; {@code DOMAIN} comes first. */
  private static final String DOMAIN = "DOMAIN";

  private static final Map<String, String> OF_NOBODY =
      Map.of("CONTACT", "P-NOBODY0", "APPLICATION", "0", "EVENT", "0");

  /** The answer, of which only the code matters. */
  public record Result() {}

  /** The check for a query; empty if the query is about the account as a whole. */
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
