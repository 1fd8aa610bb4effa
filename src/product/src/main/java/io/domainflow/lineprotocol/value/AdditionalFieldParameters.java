package io.domainflow.lineprotocol.value;

import io.domainflow.model.AdditionalFields;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Additional fields as parameters of a domain command. */
public final class AdditionalFieldParameters {

  private static final Pattern KEY = Pattern.compile("X-[A-Z0-9-]+");

  /** What a change of registrant accepts besides {@code X-} parameters. */
  public static final Set<String> AUTH_CODE = Set.of("AUTH");

  private AdditionalFieldParameters() {}

  /**
   * Adds them.
   *
   * @param setElsewhere parameters the command sets itself
   * @throws IllegalArgumentException if a field is not an {@code X-} parameter or is set by the
   *     command itself
   */
  public static void put(
      Map<String, String> parameters, AdditionalFields fields, Set<String> setElsewhere) {
    put(parameters, fields, setElsewhere, Set.of());
  }

  /**
   * The same for a command whose additional fields are not only {@code X-} parameters.
   *
   * @param further the others
   */
  public static void put(
      Map<String, String> parameters,
      AdditionalFields fields,
      Set<String> setElsewhere,
      Set<String> further) {
    for (String key : fields.values().keySet()) {
      boolean known = KEY.matcher(key).matches() || further.contains(key);
      if (!known || setElsewhere.contains(key)) {
        throw new IllegalArgumentException("Additional field " + quoted(key) + " cannot be sent.");
      }
    }
    parameters.putAll(fields.values());
  }

  // A key comes from outside: anything but a plain name is kept out of messages and logs.
  private static String quoted(String key) {
    return KEY.matcher(key).matches() ? key : "with a name that is not X-…";
  }
}
