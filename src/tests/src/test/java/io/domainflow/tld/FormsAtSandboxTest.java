package io.domainflow.tld;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forms held to the documented table of AddDomain that the sandbox has: parameter, type and zones.
 */
class FormsAtSandboxTest {

  /** Types of parameters that have no list of values. */
  private static final Set<String> FREE_TYPES =
      Set.of(
          "TEXT", "LONGTEXT", "COUNTRY", "CONTACT", "EMAIL", "INT", "DATE", "DATETIME", "DOMAIN");

  @ParameterizedTest
  @MethodSource("io.domainflow.tld.DeliveredFormsTest#tldsWithForm")
  void askForNothingAtARegistrationThatAddDomainDoesNotTake(TldPolicy policy) {
    Map<String, Set<String>> types = new HashMap<>();
    Catalogues.resource("io/domainflow/sandbox/parameters.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(row -> row[0].equals("AddDomain"))
        .filter(row -> row[4].isEmpty() || Set.of(row[4].split(",")).contains(policy.tld().label()))
        .forEach(row -> types.put(row[1].replaceAll("\\[.*", ""), Set.of(row[3].split("\\|"))));

    assertThat(policy.form().orElseThrow().fields())
        .filteredOn(field -> !field.isHelper())
        .filteredOn(field -> field.operations().contains(FormOperation.REGISTER))
        .allSatisfy(
            field -> {
              Set<String> type =
                  types.getOrDefault(
                      field.parameter(), types.get(field.parameter().replaceAll("\\d$", "")));
              assertThat(type).as(field.parameter()).isNotNull();
              if (disjoint(type, FREE_TYPES)) {
                assertThat(type).containsAll(DeliveredFormsTest.registrarValues(field));
              }
            });
  }
}
