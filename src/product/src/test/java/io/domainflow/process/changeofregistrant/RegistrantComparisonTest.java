package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Contact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distinguishes another registrant from other data of the same one, and from a typing error. */
class RegistrantComparisonTest {

  private static final String PRESENT =
      "Ada|Example|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10115|DE|+49.301234567|ada@example.net";

  @Test
  void seesNoDifferenceInTheSame() {
    assertThat(differences(PRESENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Bob|Example|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10115|DE|+49.301234567|ada@example.net; firstName; true",
        "Ada|Other|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10115|DE|+49.301234567|ada@example.net; lastName; true",
        "Ada|Example||Main Street 1/Flat 2|Berlin|BE|10115|DE|+49.301234567|ada@example.net; organization; true",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10115|DE|+49.301234567|bob@example.net; email; true",
        "Ada|Example|Example Ltd|Main Street 1|Berlin|BE|10115|DE|+49.301234567|ada@example.net; street; false",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Bonn|BE|10115|DE|+49.301234567|ada@example.net; city; false",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Berlin||10115|DE|+49.301234567|ada@example.net; state; false",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10117|DE|+49.301234567|ada@example.net; postalCode; false",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10115|AT|+49.301234567|ada@example.net; country; false",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Berlin|BE|10115|DE|+49.30999|ada@example.net; phone; false",
        "Ada|Example|Example Ltd|Main Street 1/Flat 2|Bonn|BE|10115|DE|+49.301234567|bob@example.net; email city; true"
      })
  void reportsWhatDiffersAndWhetherItIsAnother(String wanted, String fields, boolean ofThePerson) {
    List<String> differences = differences(wanted);

    assertThat(differences).containsExactly(fields.split(" "));
    assertThat(RegistrantComparison.isOfThePerson(differences)).isEqualTo(ofThePerson);
  }

  @Test
  void ignoresSpacesAndEmptyValues() {
    assertThat(
            RegistrantComparison.differences(
                contact(
                    "Ada|Example| |Main Street 1|Berlin||10115|DE|+49.301234567|ada@example.net"),
                contact(
                    " Ada |Example||Main Street 1/ |Berlin| |10115|DE|+49.301234567|ada@example.net")))
        .isEmpty();
  }

  @Test
  void treatsCapitalsAsADifference() {
    assertThat(differences(PRESENT.replace("Ada|", "ADA|"))).containsExactly("firstName");
  }

  /** A mistyped name, not a mail address: that is what thieves of names enter. */
  @ParameterizedTest
  @CsvSource({
    "firstName,    Ada,       Ad,          true",
    "lastName,     Example,   Exmaple,     true",
    "lastName,     Example,   Exemplary,   false",
    "lastName,     Li,        Lindqvist,   false",
    "lastName,     Lindqvist, Li,          false",
    "lastName,     Müller,    MULLER,      true",
    "lastName,     Müller,    Maier,       false",
    "organization, Example Ltd, Example Ltd., true",
    "organization, Example Ltd, Example Limited, false",
    "organization, ,          Ex,          false",
    "organization, Ex,        ,            false",
    "email,        ada@example.net, ada@exmaple.net, false",
    "city,         Berlin,    Berln,       false"
  })
  void recognisesATypingError(String field, String before, String after, boolean correction) {
    Contact one = with(field, before);
    Contact other = with(field, after);

    assertThat(RegistrantComparison.looksLikeCorrection(one, other, List.of(field)))
        .isEqualTo(correction);
  }

  @Test
  void findsNoTypingErrorBesideAnotherMailAddress() {
    Contact before = contact(PRESENT);
    Contact after = contact(PRESENT.replace("Ada|", "Adda|").replace("ada@", "bob@"));

    assertThat(
            RegistrantComparison.looksLikeCorrection(
                before, after, RegistrantComparison.differences(before, after)))
        .isFalse();
  }

  @Test
  void showsAFieldToPeople() {
    Contact present = contact(PRESENT);

    assertThat(RegistrantComparison.shown(present, "street")).isEqualTo("Main Street 1, Flat 2");
    assertThat(RegistrantComparison.shown(present, "lastName")).isEqualTo("Example");
    assertThat(RegistrantComparison.shown(with("state", null), "state")).isEmpty();
  }

  private static List<String> differences(String wanted) {
    return RegistrantComparison.differences(contact(PRESENT), contact(wanted));
  }

  /** Its fields in the order of the order API's members, the lines of its street with / between. */
  private static Contact contact(String text) {
    String[] of = text.split("\\|", -1);
    return new Contact(
        null,
        of[0],
        of[1],
        of[2],
        Stream.of(of[3].split("/")).toList(),
        of[4],
        of[5],
        of[6],
        of[7],
        of[8],
        of[9]);
  }

  private static Contact with(String field, String value) {
    return new Contact(
        null,
        field.equals("firstName") ? value : "Ada",
        field.equals("lastName") ? value : "Example",
        field.equals("organization") ? value : null,
        List.of("Main Street 1"),
        field.equals("city") ? value : "Berlin",
        field.equals("state") ? value : null,
        "10115",
        "DE",
        "+49.301234567",
        field.equals("email") ? value : "ada@example.net");
  }
}
