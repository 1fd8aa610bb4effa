package io.domainflow.tld;

import static java.util.stream.Collectors.toMap;

import io.domainflow.model.AdditionalFields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The registrations of {@code tld/cases.tsv}, for the code that has to accept or refuse them. */
public final class FormCases {

  /**
   * One registration.
   *
   * @param expected {@code complete}, {@code missing} or {@code refused}
   * @param fields what is missing, or what is refused with which code: {@code X-ES-… NOT_IN_LIST}
   */
  public record Case(
      String name,
      String tld,
      boolean organization,
      String country,
      Map<String, String> given,
      String expected,
      List<String> fields) {

    /** What goes to the registrar: what is given, and what the form adds automatically. */
    public Map<String, String> sent() {
      return form().withDefaults(values(), context()).values();
    }

    AdditionalFieldsForm form() {
      return Catalogues.form("example." + tld);
    }

    AdditionalFields values() {
      return new AdditionalFields(given);
    }

    FieldContext context() {
      return new FieldContext(FormOperation.REGISTER, organization, organization, country, false);
    }

    @Override
    public String toString() {
      return "." + tld + ": " + name;
    }
  }

  private FormCases() {}

  public static Stream<Case> all() {
    return Catalogues.resource("tld/cases.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(FormCases::read);
  }

  private static Case read(String[] line) {
    String[] registrant = line[2].split(" ", -1);
    String[] expected = line[4].split(" ", 2);
    return new Case(
        line[0],
        line[1],
        registrant[0].equals("organization"),
        registrant[1],
        given(line[3]),
        expected[0],
        expected.length == 1 ? List.of() : List.of(expected[1].split(", ", -1)));
  }

  private static Map<String, String> given(String fields) {
    return Arrays.stream(fields.split("; ", -1))
        .filter(field -> !field.isEmpty())
        .map(field -> field.split("=", 2))
        .collect(toMap(field -> field[0], field -> field[1], (a, b) -> b, LinkedHashMap::new));
  }
}
