package io.domainflow.tld;

import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The valid values of a field, and their conversion between form and value. */
public sealed interface ValueRule {

  /** The problem of a value in an order. */
  Optional<FieldProblem> check(String parameter, String value);

  /**
   * The value to send for a submitted form value.
   *
   * @return null if nothing has to be sent
   */
  default @Nullable String toValue(Object submitted) {
    String text = submitted.toString().strip();
    return text.isEmpty() ? null : text;
  }

  /** The value that the form shows for a value to send. */
  default Object toForm(String value) {
    return value;
  }

  /**
   * A value from a list.
   *
   * @param options label by value to send, in the order of the form
   */
  record OneOf(Map<String, String> options) implements ValueRule {

    // Longer lists, such as all countries, do not help in a message.
    private static final int LISTED = 30;

    @Override
    public Optional<FieldProblem> check(String parameter, String value) {
      return options.containsKey(value)
          ? Optional.empty()
          : Optional.of(new FieldProblem(parameter, "NOT_IN_LIST", "must be " + choice()));
    }

    private String choice() {
      String some =
          options.entrySet().stream()
              .limit(options.size() > LISTED ? 3 : LISTED)
              .map(option -> option.getKey() + " (" + option.getValue() + ")")
              .collect(Collectors.joining(", "));
      return options.size() > LISTED
          ? "one of " + options.size() + " codes such as " + some
          : "one of " + some;
    }
  }

  /**
   * A checkbox.
   *
   * @param ticked value to send for a ticked box
   * @param unticked value to send for an unticked box in an order; null if it is always omitted
   */
  record TickBox(String ticked, @Nullable String unticked) implements ValueRule {

    @Override
    public Optional<FieldProblem> check(String parameter, String value) {
      if (value.equals(ticked) || value.equals(unticked)) {
        return Optional.empty();
      }
      String choice = unticked == null ? ticked + " or left out" : ticked + " or " + unticked;
      return Optional.of(new FieldProblem(parameter, "NOT_IN_LIST", "must be " + choice));
    }

    /** An unticked box sends nothing: submitting a form is not a decision about every box in it. */
    @Override
    public @Nullable String toValue(Object submitted) {
      if (submitted instanceof Boolean tick) {
        return tick ? ticked : null;
      }
      return ValueRule.super.toValue(submitted);
    }

    @Override
    public Object toForm(String value) {
      return value.equals(ticked);
    }
  }

  /** A day, {@code YYYY-MM-DD}. */
  record Day() implements ValueRule {

    private static final int LENGTH = "2026-11-30".length();

    @Override
    public Optional<FieldProblem> check(String parameter, String value) {
      // years before 1 or with five digits are valid dates, but not for a registry
      if (value.length() == LENGTH && isDate(value)) {
        return Optional.empty();
      }
      return Optional.of(
          new FieldProblem(parameter, "MALFORMED", "must be a date such as 2026-11-30"));
    }

    private static boolean isDate(String text) {
      try {
        LocalDate.parse(text);
        return true;
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  /**
   * One line of text.
   *
   * @param pattern null if any text is valid
   * @param hint the form's description of the field; null if there is none
   * @param example a valid value; null if any text is valid
   */
  record Line(
      @Nullable Pattern pattern, int maxLength, @Nullable String hint, @Nullable String example)
      implements ValueRule {

    @Override
    public Optional<FieldProblem> check(String parameter, String value) {
      try {
        Text.singleLine(value, maxLength);
      } catch (InvalidValue e) {
        return Optional.of(new FieldProblem(parameter, "MALFORMED", e.getMessage()));
      }
      if (!value.equals(value.strip())) {
        return Optional.of(
            new FieldProblem(parameter, "MALFORMED", "must not start or end with a space"));
      }
      if (pattern != null && !pattern.matcher(value).find()) {
        String wanted = hint == null ? "pattern " + pattern : hint;
        return Optional.of(
            new FieldProblem(
                parameter, "MALFORMED", "does not have the required format: " + wanted));
      }
      return Optional.empty();
    }
  }
}
