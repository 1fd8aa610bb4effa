package io.domainflow.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads the choices that a task's form offers, with their descriptions. */
public final class FormChoices {

  private static final Pattern LABEL = Pattern.compile("(.+?) \\(costs ([^)]+)\\): (.+)");
  private static final Pattern LISTED =
      Pattern.compile("\\{label: \"([^\"]+)\", value: \"(\\w+)\", possible: (.+)}");

  /**
   * A choice.
   *
   * @param name its label
   * @param costs the charge for it
   * @param does its effect
   * @param value the value that the form sends
   * @param possible when it is offered, in FEEL
   */
  public record Choice(String name, String costs, String does, String value, String possible) {

    /** The complete text of the choice. */
    public String label() {
      return name + " (costs " + costs + "): " + does;
    }

    private static Choice of(String label, String value, String possible) {
      Matcher parts = LABEL.matcher(label);
      if (!parts.matches()) {
        throw new AssertionError("the choice does not say what it costs and does: " + label);
      }
      return new Choice(parts.group(1), parts.group(2), parts.group(3), value, possible);
    }
  }

  private FormChoices() {}

  /** The choices of the form's decision; none if it only asks for values. */
  public static List<Choice> of(JsonNode form) {
    return form.findParents("key").stream()
        .filter(field -> field.path("key").asText().equals("decision"))
        .flatMap(
            field ->
                field.has("values")
                    ? StreamSupport.stream(field.get("values").spliterator(), false)
                        .map(
                            value ->
                                Choice.of(
                                    value.path("label").asText(),
                                    value.path("value").asText(),
                                    "true"))
                    : LISTED
                        .matcher(field.path("valuesExpression").asText())
                        .results()
                        .map(hit -> Choice.of(hit.group(1), hit.group(2), hit.group(3))))
        .toList();
  }
}
