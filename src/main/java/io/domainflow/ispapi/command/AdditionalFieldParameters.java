package io.domainflow.ispapi.command;

import io.domainflow.model.AdditionalFields;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Additional fields as parameters of a domain command. */
final class AdditionalFieldParameters {

  /** The auth code of the name, the one additional field that is not an {@code X-} parameter. */
  private static final String AUTH = "AUTH";

  private static final Pattern KEY = Pattern.compile("X-[A-Z0-9-]+");

  private AdditionalFieldParameters() {}

  /**
   * Makes sure that the fields add to a command and change nothing of it.
   *
   * @param setElsewhere parameters the command sets itself
   * @throws IllegalArgumentException if a field is not an {@code X-} parameter or is one that is
   *     set from elsewhere
   */
  static void check(AdditionalFields fields, Set<String> setElsewhere) {
    check(fields.values().keySet(), setElsewhere);
  }

  /**
   * The same for a change of registrant, where some registries want the auth code, too.
   *
   * @throws IllegalArgumentException as above
   */
  static void checkForTrade(AdditionalFields fields) {
    Set<String> others = new HashSet<>(fields.values().keySet());
    others.remove(AUTH);
    check(others, Confirmations.PARAMETERS);
  }

  private static void check(Set<String> keys, Set<String> setElsewhere) {
    for (String key : keys) {
      if (!KEY.matcher(key).matches() || setElsewhere.contains(key)) {
        throw new IllegalArgumentException("Additional field " + quoted(key) + " cannot be sent.");
      }
    }
  }

  // A key comes from outside: whatever is not a plain name stays out of messages and logs.
  private static String quoted(String key) {
    return KEY.matcher(key).matches() ? key : "with a name that is not X-…";
  }
}
