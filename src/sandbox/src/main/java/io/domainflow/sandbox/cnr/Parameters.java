package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parameters of a command. In their names {@code #} stands for a number and {@code *} for
 * anything, so OWNERCONTACT#* is a contact by its handle or in line.
 *
 * @param required those that must be given and not empty; of a numbered one, the first
 * @param names the required and the optional ones
 */
public record Parameters(List<String> required, List<String> names) {

  private static final Map<String, Pattern> NUMBERS =
      Map.of(
          "FIRST", Pattern.compile("[0-9]{1,6}"),
          "LIMIT", Pattern.compile("[0-9]{1,6}"),
          "PERIOD", Pattern.compile("[0-9]{1,6}M?"));

  /** Parameters that are all required. */
  public static Parameters requiring(String... names) {
    return new Parameters(
        Arrays.stream(names).map(name -> name.replace("#", "0")).toList(), List.of(names));
  }

  /** No required parameter. */
  public static Parameters none() {
    return requiring();
  }

  /** These parameters, and further optional ones. */
  public Parameters optional(String... names) {
    List<String> both = new ArrayList<>(this.names);
    both.addAll(List.of(names));
    return new Parameters(required, both);
  }

  /** These parameters, and further optional ones. */
  public Parameters optional(List<String> names) {
    return optional(names.toArray(String[]::new));
  }

  private List<Pattern> patterns() {
    return names.stream()
        .map(name -> name.replace("#", "[0-9]{1,3}").replace("*", ".*"))
        .map(Pattern::compile)
        .toList();
  }

  /**
   * Checks names, then presence, then numbers.
   *
   * @throws Refusal for the first fault found
   */
  public void check(ReceivedCommand call) {
    List<Pattern> all = patterns();
    call.parameters()
        .forEach(
            (name, value) -> {
              if (all.stream().noneMatch(known -> known.matcher(name).matches())) {
                throw new Refusal(Code.INVALID_ATTRIBUTE, name);
              }
            });
    required.forEach(
        name -> {
          if (call.value(name).isEmpty()) {
            throw new Refusal(Code.MISSING_ATTRIBUTE, name);
          }
        });
    NUMBERS.forEach(
        (name, number) -> {
          if (call.value(name).filter(value -> !number.matcher(value).matches()).isPresent()) {
            throw new Refusal(Code.INVALID_SYNTAX, name);
          }
        });
  }
}
