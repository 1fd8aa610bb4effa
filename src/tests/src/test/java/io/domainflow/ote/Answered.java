package io.domainflow.ote;

import io.domainflow.lineprotocol.AnswerMeaning;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.Answer.Kind;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A query and its answer. */
record Answered<R>(EncodedCommand<R> question, RegistrarResponse response) {

  private static final int SHORTEST_VALUE = 3;

  /** Code, text and Domainflow's interpretation. */
  String said() {
    return "%d %s (%s)".formatted(response.code(), response.description(), kind());
  }

  String kind() {
    return AnswerMeaning.kindOf(response, false).name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The text, with the parameters' names in place of their values and 0 for every number. */
  String textPattern() {
    String text = response.description();
    for (Map.Entry<String, String> parameter :
        question.parameters().entrySet().stream()
            .filter(entry -> entry.getValue().length() >= SHORTEST_VALUE)
            .sorted(Comparator.comparing(entry -> -entry.getValue().length()))
            .toList()) {
      text = text.replace(parameter.getValue(), "«" + parameter.getKey() + "»");
    }
    return text.replaceAll("\\d+", "0");
  }

  /** The result that Domainflow reads from the answer; nothing for a refusal. */
  String reading(Function<R, ?> reading) {
    Kind kind = AnswerMeaning.kindOf(response, false);
    return kind == Kind.SUCCESS || kind == Kind.NEGATIVE_CHECK
        ? String.valueOf(reading.apply(question.result(response)))
        : "";
  }
}
