package io.domainflow.process.start;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.Period;
import io.domainflow.process.FormFiller;
import io.domainflow.registrar.AccountStatuses;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Fills the lists of a form when somebody opens it. A field names its list as {@code valuesKey}.
 * Tasklist reads no variables for a start form, so that the lists have to come with the form.
 *
 * <ul>
 *   <li>{@code accounts}: those that take orders; shown to staff only
 *   <li>{@code countries}, {@code currencies}: those of ISO 3166 and ISO 4217 in use
 *   <li>{@code periods}: one year to ten
 *   <li>{@code registrationPeriods}, {@code transferPeriods}: what the TLD offers, as soon as the
 *       form contains a {@code domain} under it
 * </ul>
 */
@Component
class FormLists implements FormFiller {

  private static final String LIST = "valuesKey";
  private static final List<Period> ONE_TO_TEN_YEARS = years(1);

  private final Accounts accounts;
  private final AccountStatuses statuses;
  private final TldCatalogue tlds;
  private final ObjectMapper json;

  FormLists(Accounts accounts, AccountStatuses statuses, TldCatalogue tlds, ObjectMapper json) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.tlds = tlds;
    this.json = json;
  }

  private record Choice(String label, String value) {

    static Choice of(Period period) {
      return new Choice(period.words(), period.toString());
    }
  }

  @Override
  public void fill(JsonNode form, boolean start, String login, Collection<String> groups) {
    form.findParents(LIST).forEach(field -> fill((ObjectNode) field, groups));
  }

  private void fill(ObjectNode field, Collection<String> groups) {
    switch (field.get(LIST).asText()) {
      case "accounts" -> accounts(field, groups);
      case "countries" -> choose(field, countries());
      case "currencies" -> choose(field, currencies());
      case "periods" -> choose(field, ONE_TO_TEN_YEARS.stream().map(Choice::of).toList());
      case "registrationPeriods" ->
          choose(field, byZone(TldPolicy::registrationPeriods, ONE_TO_TEN_YEARS));
      case "transferPeriods" -> choose(field, byZone(TldPolicy::transferPeriods, years(0)));
      default -> {
        // the options of the form itself
      }
    }
  }

  private void accounts(ObjectNode field, Collection<String> groups) {
    List<Choice> choices =
        Staff.has(groups) ? accounts.all().stream().map(this::account).toList() : List.of();
    choose(field, choices);
    if (choices.size() == 1) {
      field.put("defaultValue", choices.get(0).value());
    }
  }

  private Choice account(ResellerAccount account) {
    return new Choice(
        account.name()
            + statuses.of(account).heldBack().map(why -> " (orders wait: " + why + ")").orElse(""),
        account.name());
  }

  private static List<Choice> countries() {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> named(new Locale("", code).getDisplayCountry(Locale.ENGLISH), code))
        .sorted(comparing(Choice::label))
        .toList();
  }

  private static List<Choice> currencies() {
    Stream<Currency> inUse =
        Arrays.stream(Locale.getISOCountries())
            .map(code -> Currency.getInstance(new Locale("", code)))
            .filter(Objects::nonNull)
            .distinct();
    return inUse
        .map(currency -> named(currency.getDisplayName(Locale.ENGLISH), currency.getCurrencyCode()))
        .sorted(comparing(Choice::label))
        .toList();
  }

  private static Choice named(String name, String code) {
    return new Choice(name + " (" + code + ")", code);
  }

  private void choose(ObjectNode field, List<Choice> choices) {
    field.remove(LIST);
    field.set("values", json.valueToTree(choices));
  }

  private static void choose(ObjectNode field, String expression) {
    field.remove(LIST);
    field.put("valuesExpression", expression);
  }

  /** In FEEL: the periods of a TLD that offers unusual ones; the TLD follows the first dot. */
  private String byZone(Function<TldPolicy, List<Period>> offered, List<Period> usual) {
    Map<List<Period>, List<String>> zones =
        tlds.policies().stream()
            .filter(policy -> !offered.apply(policy).isEmpty())
            .filter(policy -> !offered.apply(policy).equals(usual))
            .collect(
                groupingBy(
                    offered,
                    () -> new TreeMap<>(comparing(List::toString)),
                    mapping(policy -> policy.tld().label(), toList())));
    return zones.entrySet().stream()
        .map(
            each ->
                "if list contains(%s, substring after(lower case(domain), \".\")) then %s else "
                    .formatted(json.valueToTree(each.getValue()), periods(each.getKey())))
        .collect(joining("", "=", periods(usual)));
  }

  private String periods(List<Period> offered) {
    return json.valueToTree(offered.stream().map(Choice::of).toList()).toString();
  }

  private static List<Period> years(int fewest) {
    return IntStream.rangeClosed(fewest, 10).mapToObj(Period::new).toList();
  }
}
