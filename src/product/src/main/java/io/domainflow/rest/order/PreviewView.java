package io.domainflow.rest.order;

import io.domainflow.order.AcceptedInput;
import io.domainflow.order.Failure;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.rest.OrderLink;
import io.domainflow.rest.PriceView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The preview of an order, as its caller sees it.
 *
 * @param dryRun always true: nothing was placed
 * @param order the order that this one would only repeat
 */
record PreviewView(
    boolean dryRun,
    Operation operation,
    String account,
    String domain,
    String domainUnicode,
    @Nullable OrderLink order,
    @Nullable WouldEnd wouldEnd,
    List<QuestionView> questions,
    @Nullable PriceView price,
    boolean accepted,
    List<String> steps,
    List<String> warnings) {

  /** Why the order would fail now. */
  record WouldEnd(Failure.Reason reason, String message) {

    static @Nullable WouldEnd of(@Nullable Failure failure) {
      return failure == null ? null : new WouldEnd(failure.reason(), failure.message());
    }
  }

  /** What the order would wait for, in the words of the order. */
  record QuestionView(Who who, Code code, String what) {

    static QuestionView of(Question question, Operation operation) {
      return new QuestionView(
          AcceptedInput.who(operation, question.who(), question.code()),
          question.code(),
          question.what());
    }
  }

  static PreviewView of(Preview preview) {
    return new PreviewView(
        true,
        preview.content().operation(),
        preview.content().account(),
        preview.content().domain().ascii(),
        preview.content().domain().unicode(),
        preview.earlier() == null ? null : OrderLink.of(preview.earlier()),
        WouldEnd.of(preview.wouldEnd()),
        preview.questions().stream()
            .map(question -> QuestionView.of(question, preview.content().operation()))
            .toList(),
        PriceView.of(preview.price()),
        preview.accepted(),
        preview.steps(),
        preview.warnings());
  }
}
