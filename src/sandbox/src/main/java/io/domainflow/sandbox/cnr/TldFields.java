package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.Tsv;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The fields that top-level domains require besides contacts. */
public final class TldFields {

  private static final List<Field> FIELDS = read();
  private static final Set<String> OF_ALL =
      Set.of(
          "X-WHOIS-PRIVACY", "X-WHOISPRIVACY", "X-FEE-AMOUNT", "X-FEE-CURRENCY", "X-IDN-LANGUAGE");

  private TldFields() {}

  /**
   * A field.
   *
   * @param ending the ending of the names that have the field, without the leading dot
   * @param name with {@code #} for a number
   * @param values the possible values; none for any text
   * @param labels labels of the values, in the same order
   */
  public record Field(String ending, String name, List<String> values, List<String> labels) {}

  private static List<Field> read() {
    List<Field> fields = new ArrayList<>();
    for (String[] row : Tsv.rows("cnr-fields.tsv")) {
      fields.add(new Field(row[0], row[1], listed(row[2]), listed(row[3])));
    }
    return List.copyOf(fields);
  }

  private static List<String> listed(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  /** The fields for a name: those of co.uk, without those of uk. */
  public static List<Field> of(String domain) {
    String longest =
        FIELDS.stream()
            .map(Field::ending)
            .filter(ending -> domain.endsWith("." + ending))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return FIELDS.stream().filter(field -> field.ending().equals(longest)).toList();
  }

  /**
   * Refuses fields that names such as the call's do not have.
   *
   * @throws Refusal 503 naming the first
   */
  public static void check(ReceivedCommand call) {
    List<Field> known = of(call.domain());
    for (String name : call.parameters().keySet()) {
      if (name.startsWith("X-")
          && !OF_ALL.contains(name)
          && known.stream()
              .noneMatch(field -> name.matches(field.name().replace("#", "[0-9]{1,2}")))) {
        throw new Refusal(Code.INVALID_ATTRIBUTE, name);
      }
    }
  }
}
