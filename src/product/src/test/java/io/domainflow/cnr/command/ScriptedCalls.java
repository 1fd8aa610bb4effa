package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.AnswerMeaning;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the calls of a command by the registrar's name of each, and records them. */
final class ScriptedCalls implements Calls {

  private final Map<String, RegistrarResponse> answers = new LinkedHashMap<>();
  private final Map<String, Answer<?>> failures = new LinkedHashMap<>();
  private final List<String> said = new ArrayList<>();
  private Instant now = Instant.parse("2026-12-01T10:00:00Z");

  /** Sets the time from now on. */
  ScriptedCalls at(String time) {
    now = Instant.parse(time);
    return this;
  }

  /** Answers a command of the registrar like this; without it, it is refused as not found. */
  ScriptedCalls answering(String name, RegistrarResponse answer) {
    answers.put(name, answer);
    failures.remove(name);
    return this;
  }

  /** The same, only for this contact. */
  ScriptedCalls answering(String name, String contact, RegistrarResponse answer) {
    return answering(name + " " + contact, answer);
  }

  ScriptedCalls answering(String name, String file) {
    return answering(name, Golden.answer(name, file));
  }

  /** Answers a command of the registrar with this code and nothing else, until told otherwise. */
  ScriptedCalls failing(String name, int code, String description) {
    RegistrarResponse response = new RegistrarResponse(code, description, false, Map.of());
    failures.put(
        name,
        new Answer<>(
            AnswerMeaning.kindOf(response, false),
            null,
            AnswerMeaning.reasonOf(response),
            code,
            description,
            description,
            true,
            false,
            Load.FINE));
    return this;
  }

  @Override
  public String account() {
    return "test.user";
  }

  @Override
  public Instant now() {
    return now;
  }

  /** The calls, one text for each, line by line. */
  List<String> said() {
    return said;
  }

  /** The result of one of our composed commands. */
  <R> R carryOut(Command<R> command) {
    return CnrCodecs.composed(command).orElseThrow().ask(command, this);
  }

  @Override
  public <R> R ask(Query<R> part) {
    return resultOf(call(part));
  }

  @Override
  public <R> Answer<R> answerTo(Query<R> part) {
    return call(part);
  }

  @Override
  public <R> R change(Command<R> part) {
    return resultOf(call(part));
  }

  private <R> R resultOf(Answer<R> answer) {
    if (answer.result() == null) {
      throw new ComposedCallFailed(answer);
    }
    return answer.result();
  }

  @SuppressWarnings("unchecked")
  private <R> Answer<R> call(Command<R> part) {
    EncodedCommand<R> command = CnrCodecs.encode(part);
    said.add(CommandText.encode(command.name(), command.parameters()).substring(8));
    Answer<?> failure = failures.get(command.name());
    if (failure != null) {
      return (Answer<R>) failure;
    }
    RegistrarResponse answer =
        answers.getOrDefault(
            command.name() + " " + command.parameters().get("CONTACT"),
            answers.get(command.name()));
    return answer == null
        ? Refusals.of(RefusalReason.NOT_FOUND, ResultCode.NOT_FOUND, "Object not found")
        : new Answer<>(
            Kind.SUCCESS,
            command.result(answer),
            RefusalReason.OTHER,
            200,
            "",
            "200",
            true,
            false,
            Load.FINE);
  }
}
