package io.domainflow.ote;

import io.domainflow.registrar.command.Query;
import java.util.List;
import java.util.function.Function;

/**
 * One query to both sides.
 *
 * @param command the registrar's name of the command
 * @param title its special feature, for people
 * @param question the command for one side; throws {@link LeftOut} if something it needs is unknown
 * @param reading the result that Domainflow must read equally from both answers, for any account
 * @param marks beginnings of the marks that an answer proves or disproves
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
