package io.domainflow.tld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Period;
import io.domainflow.model.Tld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the table of what each TLD offers. */
final class PolicyTable {

  /**
   * One TLD.
   *
   * @param years shortest and longest term, then single longer ones: 1, 3, 5 is one to three years
   *     and five
   * @param nameservers smallest and largest number
   * @param transferContacts roles of the contacts that go with a transfer; the modules that sell
   *     names at this registrar leave them out where they made transfers fail or start a change of
   *     registrant
   * @param source where the row comes from; what stands behind {@code assumed} is not proven
   */
  record Row(
      String tld,
      List<Integer> years,
      boolean idn,
      boolean transferLock,
      boolean privacy,
      List<Integer> nameservers,
      Set<ContactRole> transferContacts,
      String source) {

    Tld asTld() {
      return new Tld(tld);
    }

    List<Period> periods() {
      return IntStream.concat(
              IntStream.rangeClosed(years.get(0), years.get(1)),
              years.stream().skip(2).mapToInt(Integer::intValue))
          .mapToObj(Period::new)
          .toList();
    }
  }

  private PolicyTable() {}

  /**
   * Reads the table.
   *
   * @throws CatalogueFault naming the row and the fault
   */
  static List<Row> read(String file, String json, ObjectMapper mapper) {
    ObjectReader reader =
        mapper
            .readerFor(new TypeReference<List<Row>>() {})
            .with(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    List<Row> rows;
    try {
      rows = reader.readValue(json);
    } catch (JsonProcessingException e) {
      throw new CatalogueFault(file + " cannot be read: " + e.getOriginalMessage(), e);
    }
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      String at = file + ": row " + row.tld + " ";
      require(isZone(row.tld), at + "must name the zone in lower case without a dot in front");
      require(seen.add(row.tld), at + "is there twice");
      require(
          areTerms(row.years),
          at + "needs years [shortest, longest, single longer ones …] within 1 to 10");
      require(
          isRange(row.nameservers, 0, 13),
          at + "needs nameservers [smallest, largest number] within 0 to 13");
      require(!row.source.isBlank(), at + "must say where it comes from");
    }
    return rows;
  }

  static boolean isZone(String tld) {
    try {
      return DomainName.of("example." + tld).ascii().equals("example." + tld);
    } catch (InvalidValue e) {
      return false;
    }
  }

  static boolean areTerms(List<Integer> years) {
    return years.size() >= 2
        && isRange(years.subList(0, 2), 1, 10)
        && IntStream.range(2, years.size())
            .allMatch(i -> years.get(i) > years.get(i - 1) && years.get(i) <= 10);
  }

  static boolean isRange(List<Integer> range, int least, int most) {
    return range.size() == 2
        && range.get(0) >= least
        && range.get(1) <= most
        && range.get(0) <= range.get(1);
  }

  private static void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new CatalogueFault(otherwise);
    }
  }
}
