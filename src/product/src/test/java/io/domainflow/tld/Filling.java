package io.domainflow.tld;

import static java.util.stream.Collectors.toCollection;

import io.domainflow.model.AdditionalFields;
import io.domainflow.process.additionalfields.ServerFeel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A filled-in form of additional fields.
 *
 * @param answers value by key, including helpers, as in a browser
 */
public record Filling(TldPolicy policy, FieldContext context, Map<String, Object> answers) {

  /** A value that no list, box or date has. */
  static final String NO_OPTION = "no such value";

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private static final Conditions FEEL = ServerFeel.conditions();
  private static final Map<List<Object>, Map<String, Object>> OPENED = new ConcurrentHashMap<>();

  public static Stream<TldPolicy> tldsWithForm() {
    return DeliveredFormsTest.tldsWithForm();
  }

  /** The contexts in which the conditions of a form can differ. */
  public static List<FieldContext> contexts(TldPolicy policy, FormOperation operation) {
    Set<String> countries = new LinkedHashSet<>();
    boolean idn = false;
    boolean admin = false;
    for (AdditionalField field : fields(policy, operation)) {
      for (String hide : field.hide()) {
        admin |= hide.contains("adminKind");
        idn |= policy.idn() && hide.contains("domainIsIdn");
        if (hide.contains("registrantCountry")) {
          List<String> named = quoted(hide).stream().filter(Filling::isCountry).toList();
          named.stream().limit(1).forEach(countries::add);
          named.stream().skip(Math.max(0, named.size() - 1)).forEach(countries::add);
          Stream.of("US", "CH").filter(c -> !named.contains(c)).limit(1).forEach(countries::add);
        }
      }
    }
    if (countries.isEmpty()) {
      countries.add("DE");
    }
    List<FieldContext> contexts = new ArrayList<>();
    for (boolean organization : new boolean[] {false, true}) {
      for (String country : countries) {
        contexts.add(new FieldContext(operation, organization, organization, country, false));
      }
      String country = countries.iterator().next();
      if (admin) {
        contexts.add(new FieldContext(operation, organization, !organization, country, false));
      }
      if (idn) {
        contexts.add(new FieldContext(operation, organization, organization, country, true));
      }
    }
    // Contacts that are given by their handles.
    contexts.add(new FieldContext(operation, false, null, null, policy.idn()));
    return contexts;
  }

  /**
   * The choices on which other fields depend: none, each box alone, and each option that a
   * condition names, and one that none names, with no box ticked.
   */
  public static List<Map<String, Object>> choices(TldPolicy policy, FormOperation operation) {
    List<AdditionalField> fields = fields(policy, operation);
    Map<String, Object> unticked = new LinkedHashMap<>();
    List<Map<String, Object>> choices = new ArrayList<>(List.of(Map.of()));
    for (AdditionalField asked : fields) {
      if (asked.values() instanceof ValueRule.TickBox && decides(asked, fields)) {
        choices.add(Map.of(asked.key(), true));
        unticked.put(asked.key(), false);
      }
    }
    choices.add(unticked);
    for (AdditionalField asked : fields) {
      if (asked.values() instanceof ValueRule.OneOf list && decides(asked, fields)) {
        Set<String> named = new HashSet<>();
        conditionsOver(asked, fields).forEach(hide -> named.addAll(quoted(hide)));
        Stream.concat(
                list.options().keySet().stream().filter(named::contains),
                list.options().keySet().stream().filter(o -> !named.contains(o)).limit(1))
            .forEach(
                option -> {
                  Map<String, Object> choice = new LinkedHashMap<>(unticked);
                  choice.put(asked.key(), option);
                  choices.add(choice);
                });
      }
    }
    return choices;
  }

  private static boolean decides(AdditionalField asked, List<AdditionalField> fields) {
    return conditionsOver(asked, fields).findAny().isPresent();
  }

  private static Stream<String> conditionsOver(
      AdditionalField asked, List<AdditionalField> fields) {
    return fields.stream()
        .flatMap(field -> field.hide().stream())
        .filter(hide -> ServerFeel.words(hide).contains(asked.key()));
  }

  /**
   * Fills a form in from top to bottom, until nothing more appears.
   *
   * @param all every field that is shown, or the required ones only
   * @param choices answers that are given, by key, if their field is shown
   */
  public static Filling of(
      TldPolicy policy, FieldContext context, boolean all, Map<String, Object> choices) {
    Filling filling = new Filling(policy, context, Map.of());
    Set<AdditionalField> hiddenLater = new HashSet<>();
    for (boolean changed = true; changed; ) {
      changed = false;
      for (AdditionalField field : filling.fields()) {
        boolean wanted = all || field.required() || choices.containsKey(field.key());
        boolean there = filling.answers.containsKey(field.key());
        if (!there && wanted && !hiddenLater.contains(field) && filling.isShown(field)) {
          Object answer = choices.getOrDefault(field.key(), sample(field));
          filling = filling.with(field, answer);
          changed = true;
        } else if (there && !filling.isShown(field)) {
          filling = filling.without(field);
          hiddenLater.add(field);
          changed = true;
        }
      }
    }
    return filling;
  }

  /** Every field is filled in that some choice shows: what stays when a choice is changed. */
  static Filling ofEverything(TldPolicy policy, FieldContext context, Map<String, Object> choices) {
    Map<String, Object> answers = new LinkedHashMap<>();
    choices(policy, context.operation())
        .forEach(choice -> answers.putAll(of(policy, context, true, choice).answers));
    answers.putAll(choices);
    return new Filling(policy, context, answers);
  }

  public Filling with(AdditionalField field, Object answer) {
    Map<String, Object> more = new LinkedHashMap<>(answers);
    more.put(field.key(), answer);
    return new Filling(policy, context, more);
  }

  public Filling without(AdditionalField field) {
    Map<String, Object> fewer = new LinkedHashMap<>(answers);
    fewer.remove(field.key());
    return new Filling(policy, context, fewer);
  }

  public AdditionalFieldsForm form() {
    return policy.form().orElseThrow();
  }

  /** The fields of this operation. */
  public List<AdditionalField> fields() {
    return fields(policy, context.operation());
  }

  /** Whether the form shows a field beside these answers. */
  public boolean isShown(AdditionalField field) {
    return isShown(field, data());
  }

  /** What the browser has of it: what it was opened with, and the answers. */
  public Map<String, Object> data() {
    Map<String, Object> data =
        new LinkedHashMap<>(
            OPENED.computeIfAbsent(
                List.of(policy.tld(), context),
                key -> form().toForm(AdditionalFields.NONE, context)));
    data.putAll(answers);
    return data;
  }

  /** The parameters of what is shown. */
  public AdditionalFields parameters() {
    Map<String, Object> data = data();
    Map<String, Object> shown = new LinkedHashMap<>();
    fields().stream()
        .filter(field -> data.containsKey(field.key()) && isShown(field, data))
        .forEach(field -> shown.put(field.key(), data.get(field.key())));
    return form().fromForm(shown);
  }

  /** Whether an answer is not one of the options; a browser silently drops it. */
  boolean hasUnknownOption() {
    return answers.containsValue(NO_OPTION);
  }

  /** A valid value of a field. */
  public static Object sample(AdditionalField field) {
    if (field.values() instanceof ValueRule.OneOf list) {
      return list.options().keySet().iterator().next();
    }
    if (field.values() instanceof ValueRule.TickBox) {
      return true;
    }
    if (field.values() instanceof ValueRule.Line line) {
      return line.pattern() == null ? "123456789" : SampleText.matching(line.pattern());
    }
    return "2020-02-29";
  }

  @Override
  public String toString() {
    return "%s of .%s for %s %s%s with %s"
        .formatted(
            context.operation().name().toLowerCase(Locale.ROOT),
            policy.tld(),
            context.organization() ? "an organization in" : "an individual in",
            context.country(),
            context.idn() ? ", IDN," : "",
            answers);
  }

  private static List<AdditionalField> fields(TldPolicy policy, FormOperation operation) {
    return policy.form().orElseThrow().fields().stream()
        .filter(field -> field.operations().contains(operation))
        .toList();
  }

  private static boolean isShown(AdditionalField field, Map<String, Object> data) {
    return field.hide().stream().noneMatch(hide -> FEEL.holds(hide, data));
  }

  private static Set<String> quoted(String hide) {
    return QUOTED
        .matcher(hide)
        .results()
        .map(literal -> literal.group(1))
        .collect(toCollection(LinkedHashSet::new));
  }

  private static boolean isCountry(String text) {
    return Set.of(Locale.getISOCountries()).contains(text);
  }
}
