package io.domainflow.ote;

import io.domainflow.registrar.command.Query;
import java.util.List;
import java.util.function.Function;

/**
 * One question to both sides.
 *
 * @param command the registrar's name of the command
 * @param title what is special about it, for people
 * @param question the command for one side; throws {@link LeftOut} if something it needs is unknown
 * @param reading what Domainflow must make of both answers alike, whatever the account
 * @param marks how the marks begin that an answer proves or disproves
 */
record Case<R>(
    String command,
    String title,
    Function<ConsentSide, Query<R>> question,
    Function<R, ?> reading,
    List<String> marks) {

  String name() {
    return command + ": " + title;
  }

  Answered<R> ask(ConsentSide side) {
    Query<R> asked = question.apply(side);
    return new Answered<>(side.said(asked), side.ask(asked));
  }
}
