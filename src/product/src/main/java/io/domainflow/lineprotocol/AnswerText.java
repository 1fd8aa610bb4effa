package io.domainflow.lineprotocol;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReplaceContacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes a call and its answer for people. The texts end up in the engine's history, so they
 * contain no sent values except the command's subject.
 */
final class AnswerText {

  // The engine truncates the message of a step after 666 characters, and the advice comes last.
  private static final int LONGEST_DESCRIPTION = 120;
  private static final String[] OBJECTS = {"DOMAIN", "DOMAIN0", "CONTACT", "APPLICATION"};
  private static final String CONTACT_OF_NAME = "[A-Z]+CONTACT\\d+";
  // Names and handles are not personal data, and an operator needs them.
  private static final Pattern HARMLESS =
      Pattern.compile("DOMAIN\\d*|NAMESERVER\\d+|APPLICATION|CONTACT|" + CONTACT_OF_NAME);

  // Which contact or field a registrar means, without its value.
  private static final Pattern PARAMETER =
      Pattern.compile("\\b(?:" + CONTACT_OF_NAME + "|X-[A-Z0-9-]+)\\b");

  private AnswerText() {}

  /** Name and subject of a command. */
  static String sent(EncodedCommand<?> encoded) {
    return object(encoded)
        .map(object -> encoded.name() + " for " + object)
        .orElseGet(encoded::name);
  }

  private static Optional<String> object(EncodedCommand<?> encoded) {
    return encoded.command() instanceof Mutation<?> mutation
        ? Optional.of(mutation.object())
        : Stream.of(OBJECTS)
            .flatMap(name -> Stream.ofNullable(encoded.parameters().get(name)))
            .findFirst();
  }

  /** Code and message of an answer. */
  static String answer(EncodedCommand<?> encoded, RegistrarResponse answer) {
    String words = givesOtherContacts(encoded) ? general(answer) : answer.description();
    words = SentValues.without(confidential(encoded), words).replaceAll("\\p{Cntrl}", " ").strip();
    return answer.code()
        + " "
        + (words.length() > LONGEST_DESCRIPTION
            ? words.substring(0, LONGEST_DESCRIPTION) + "…"
            : words)
        + (ResultCode.of(answer.code()).isEmpty() ? ", a code that is not documented" : "");
  }

  // Only their handles are sent, so what the registrar repeats of such contacts is not known here.
  private static boolean givesOtherContacts(EncodedCommand<?> encoded) {
    return encoded.command() instanceof ReplaceContacts;
  }

  private static String general(RegistrarResponse answer) {
    String text = ResultCode.of(answer.code()).map(ResultCode::text).orElse("");
    return Stream.concat(
            Stream.of(text),
            PARAMETER.matcher(answer.description()).results().map(MatchResult::group).distinct())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static List<String> confidential(EncodedCommand<?> encoded) {
    return encoded.parameters().entrySet().stream()
        .filter(parameter -> !HARMLESS.matcher(parameter.getKey()).matches())
        .map(Map.Entry::getValue)
        .toList();
  }
}
