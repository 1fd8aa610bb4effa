package io.domainflow.security.engine;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.domainflow.model.Text;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.spin.SpinRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request to the engine that it reports as a failure of its own, or with the
 * names of classes.
 *
 * @param words for the caller
 */
record CallersMistake(Status status, String words) {

  private static final Optional<CallersMistake> NONE = Optional.empty();

  private static final String NOTHING_CHANGED = " Nothing was changed.";

  /** About a variable whose value does not match its type. */
  private static final Pattern NOT_OF_ITS_TYPE =
      Pattern.compile("Cannot convert value '(.*)' of type '(.*)' to java type ", Pattern.DOTALL);

  /** About a list or an object in place of Json or Xml, which are accepted only as texts. */
  private static final Pattern NOT_A_TEXT =
      Pattern.compile("Must provide 'null' or String value for value of .* type '(.*)'");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?:Cannot set query parameter '(.*?)' to value .*: )?Cannot convert value .* to java"
              + " (?:enum )?type ([\\w.$]+)",
          Pattern.DOTALL);

  private static final Map<String, String> TYPES =
      Map.of(
          "Boolean", "true or false",
          "Date", "a time such as 2026-12-01T10:00:00.000+0000",
          "Integer", "a whole number",
          "Long", "a whole number");

  /** How the engine's messages begin. */
  private static final Pattern CODE = Pattern.compile("^ENGINE-\\d+ ");

  /** How the engine says that there is nothing with an id. */
  private static final Pattern NOT_THERE =
      Pattern.compile("doesn't exist|no .*\\bfound\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * The class of PostgreSQL's states about values, such as a NUL in a text or a number that is too
   * large. The application checks what it writes, so such a value came with the request.
   */
  private static final String BAD_VALUE = "22";

  /** PostgreSQL, appendix A: undefined_table. Some queries within others lack one of theirs. */
  private static final String NO_TABLE = "42P01";

  /** How the names of the engine's tables begin, and what those for cases have in their names. */
  private static final String TABLES = "act_";

  private static final String CASES = "_case";

  /** PostgreSQL, appendix A: syntax_error. Some queries with an empty list become one. */
  private static final String NO_STATEMENT = "42601";

  private static final String API = "org.camunda.bpm.engine.rest.";

  /** Where the engine executes processes. */
  private static final String EXECUTION = "org.camunda.bpm.engine.impl.pvm.";

  private static final int MOST_SHOWN = 50;

  /** The mistake of a request; empty if the failure is about something else. */
  static Optional<CallersMistake> of(RuntimeException e) {
    return unreadable(e)
        .or(() -> unreadableValue(e))
        .or(() -> isFailure(e) ? causes(e).flatMap(c -> ofCause(c).stream()).findFirst() : NONE);
  }

  /** A body that is no JSON; says where reading ended. */
  static CallersMistake ofJson(JsonParseException e) {
    JsonLocation at = e.getLocation();
    return badRequest(
        "The body of the request is not valid JSON%s."
            .formatted(
                at == null
                    ? ""
                    : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr())));
  }

  /** A body that is nested too deeply, or has a name or a number that is too long. */
  static CallersMistake ofLargeJson() {
    return badRequest(
        "The body of the request is nested too deeply, or has a name or a number that is too long.");
  }

  /** A member that does not fit its type; says which. */
  static CallersMistake ofMember(JsonMappingException e) {
    String member =
        e.getPath().stream()
            .map(Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return badRequest(
        member.isEmpty()
            ? "The body of the request is not of the form that is expected here."
            : "The member «%s» of the request cannot be read: it does not fit its type."
                .formatted(shown(member)));
  }

  /** Whether it would be answered as a failure: what the API refuses has its words already. */
  private static boolean isFailure(RuntimeException e) {
    return e instanceof RestException translated
        ? translated.getStatus() == Status.INTERNAL_SERVER_ERROR
        : !(e instanceof BadUserRequestException);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static Optional<CallersMistake> unreadable(RuntimeException e) {
    String text = String.valueOf(e.getMessage());
    Matcher type = NOT_OF_ITS_TYPE.matcher(text);
    if (type.find()) {
      return wrong(
          "«%s» is not a value of type %s.".formatted(shown(type.group(1)), type.group(2)));
    }
    Matcher structured = NOT_A_TEXT.matcher(text);
    if (structured.find()) {
      return wrong(
          "The value of a variable of type %s must be a text.".formatted(structured.group(1)));
    }
    Matcher parameter = PARAMETER.matcher(text);
    if (e instanceof RestException && parameter.find()) {
      String name = parameter.group(2);
      return wrong(
          "%s must be %s."
              .formatted(
                  parameter.group(1) == null
                      ? "A parameter"
                      : "«" + shown(parameter.group(1)) + "»",
                  TYPES.getOrDefault(
                      name.substring(name.lastIndexOf('.') + 1), "one of its documented values")));
    }
    return NONE;
  }

  /** A value that the API, or a part of the engine, fails to read. */
  private static Optional<CallersMistake> unreadableValue(RuntimeException e) {
    return e instanceof SpinRuntimeException || (isOfJava(e) && isThrownWhileReading(e))
        ? wrong("A value cannot be read: it does not fit its type.")
        : NONE;
  }

  private static boolean isOfJava(Throwable e) {
    return e.getClass().getName().startsWith("java.");
  }

  private static boolean isThrownWhileReading(Throwable e) {
    return frames(e).anyMatch(VariableValueDto.class.getName()::equals)
        || frames(e)
            .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
            .limit(1)
            .anyMatch(name -> name.startsWith(API));
  }

  /** Whether it is about the request itself, and not about a process that it has moved. */
  private static boolean isBeforeAnyProcess(Throwable e) {
    return frames(e).noneMatch(name -> name.startsWith(EXECUTION));
  }

  private static Stream<String> frames(Throwable e) {
    return Arrays.stream(e.getStackTrace()).map(StackTraceElement::getClassName);
  }

  private static Optional<CallersMistake> ofCause(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return ofDatabase(String.valueOf(sql.getSQLState()), sql.getMessage());
    }
    if (!isBeforeAnyProcess(cause)) {
      return NONE;
    }
    if (cause instanceof BadUserRequestException
        || (cause.getClass() == ProcessEngineException.class && cause.getCause() == null)) {
      return wrong(sentence(cause));
    }
    if (cause instanceof NullValueException) {
      return Optional.of(
          new CallersMistake(
              NOT_THERE.matcher(String.valueOf(cause.getMessage())).find()
                  ? Status.NOT_FOUND
                  : Status.BAD_REQUEST,
              sentence(cause) + NOTHING_CHANGED));
    }
    return NONE;
  }

  private static Optional<CallersMistake> ofDatabase(String state, @Nullable String message) {
    if (state.startsWith(BAD_VALUE)) {
      return wrong(
          "A value is not possible, such as a text with a NUL or a number that is too large.");
    }
    String text = String.valueOf(message);
    if (state.equals(NO_TABLE) && text.contains(CASES)) {
      return wrong("There are no cases here, so nothing can be asked about them.");
    }
    return state.equals(NO_STATEMENT) || (state.equals(NO_TABLE) && !text.contains(TABLES))
        ? wrong("The engine has no answer to a query with these values together.")
        : NONE;
  }

  private static Optional<CallersMistake> wrong(String what) {
    return Optional.of(badRequest(what));
  }

  private static CallersMistake badRequest(String what) {
    return new CallersMistake(Status.BAD_REQUEST, what + NOTHING_CHANGED);
  }

  private static String sentence(Throwable cause) {
    String text = CODE.matcher(String.valueOf(cause.getMessage())).replaceFirst("").strip();
    return text.endsWith(".") ? text : text + ".";
  }

  private static String shown(String value) {
    String printable = Text.printable(value);
    return printable.length() <= MOST_SHOWN ? printable : printable.substring(0, MOST_SHOWN) + "…";
  }
}
