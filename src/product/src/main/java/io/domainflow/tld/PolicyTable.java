package io.domainflow.tld;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Period;
import io.domainflow.model.Tld;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Parses the table of what each TLD offers. */
final class PolicyTable {

  private static final List<String> OPERATIONS =
      Arrays.stream(FormOperation.values()).map(FormOperation::inForms).toList();

  /**
   * One TLD.
   *
   * @param years shortest and longest term, then single longer ones: 1, 3, 5 is one to three years
   *     and five
   * @param nameservers smallest and largest number
   * @param transferContacts roles of the contacts that go with a transfer; the registrar's modules
   *     omit contacts that made transfers fail or started a change of registrant
   * @param transferYears the years that a transfer adds to every name; absent if not known
   * @param paperwork paperwork by operation; may be absent
   * @param applicationClass class of applications for names; absent if names are registered without
   *     one
   * @param authCode how the auth code of a name is obtained; absent if it is read
   * @param pushable whether names can be pushed; absent means no
   * @param source the source of the row; parts marked {@code assumed} are not proven
   */
  record Row(
      String tld,
      List<Integer> years,
      boolean idn,
      boolean transferLock,
      boolean privacy,
      List<Integer> nameservers,
      Set<ContactRole> transferContacts,
      List<Integer> transferYears,
      Map<String, PaperworkRow> paperwork,
      String applicationClass,
      AuthCodeRoute authCode,
      boolean pushable,
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

    List<Period> transferPeriods() {
      return transferYears.stream().map(Period::new).toList();
    }

    Map<FormOperation, Paperwork> paperworks() {
      return paperwork.entrySet().stream()
          .collect(
              toUnmodifiableMap(
                  entry -> FormOperation.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                  entry -> entry.getValue().asPaperwork()));
    }
  }

  /**
   * Paperwork of an operation.
   *
   * @param code a {@link Paperwork.Kind}
   * @param unless may be absent
   */
  record PaperworkRow(Paperwork.Kind code, String what, int days, String unless) {

    Paperwork asPaperwork() {
      return new Paperwork(code, what, days, Optional.of(unless).filter(field -> !field.isEmpty()));
    }
  }

  private PolicyTable() {}

  /**
   * Parses the table.
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
      rows = reader.readValue(withWhatMayBeLeftOut(mapper.readTree(json)).toString());
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
      require(
          row.transferYears.stream().allMatch(years -> years >= 0 && years <= 10),
          at + "needs transferYears within 0 to 10");
      require(!row.source.isBlank(), at + "must say where it comes from");
      row.paperwork.forEach((operation, paper) -> check(at, operation, paper));
    }
    return rows;
  }

  private static void check(String at, String operation, PaperworkRow paper) {
    require(
        OPERATIONS.contains(operation),
        at + "has paperwork for " + operation + ", which is none of " + OPERATIONS);
    require(paper.days >= 1 && paper.days <= 365, at + "needs paperwork with days within 1 to 365");
    require(!paper.what.isBlank(), at + "needs paperwork that says what it is");
    require(
        paper.code.beforeTheDecision() || operation.equals(FormOperation.REGISTER.inForms()),
        at + "has " + paper.code + " for " + operation + "; it comes after a registration only");
    require(
        paper.unless.isEmpty() || !paper.code.beforeTheDecision(),
        at + "has unless for " + paper.code + "; whether a registry waits is what it answers");
  }

  private static JsonNode withWhatMayBeLeftOut(JsonNode rows) {
    for (JsonNode row : rows) {
      if (row instanceof ObjectNode object) {
        if (!object.has("transferYears")) {
          object.putArray("transferYears");
        }
        if (!object.has("paperwork")) {
          object.putObject("paperwork");
        }
        if (!object.has("applicationClass")) {
          object.put("applicationClass", "");
        }
        if (!object.has("authCode")) {
          object.put("authCode", AuthCodeRoute.READ.name());
        }
        if (!object.has("pushable")) {
          object.put("pushable", false);
        }
        for (JsonNode paper : object.get("paperwork")) {
          if (paper instanceof ObjectNode of && !of.has("unless")) {
            of.put("unless", "");
          }
        }
      }
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
