package io.domainflow.process.start;

import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.Preview.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what an order would do, for a preview. */
public final class PreviewNotes {

  private final OrderContent content;
  private final List<Question> questions = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable Money price;

  /** Starts empty, for an order that is not stored. */
  public PreviewNotes(ProvisioningOrder draft) {
    this.content = draft.content();
  }

  /** An operator, or the caller in place of one, would be asked. */
  public PreviewNotes ask(Code code, String what) {
    return ask(new Question(Who.OPERATOR, code, what));
  }

  /** A person would be asked. */
  public PreviewNotes ask(Question question) {
    questions.add(question);
    return this;
  }

  /** A person would be asked, if there is a question. */
  public PreviewNotes ask(Optional<Question> question) {
    question.ifPresent(questions::add);
    return this;
  }

  /** Whether anybody would be asked, as far as is known. */
  public boolean isQuestioned() {
    return !questions.isEmpty();
  }

  /** The registrar would charge this price; null if it does not state one. */
  public PreviewNotes price(@Nullable Money stated) {
    this.price = stated;
    return this;
  }

  /** This would be the next step. */
  public PreviewNotes step(String sentence) {
    steps.add(sentence);
    return this;
  }

  /** Adds a remark. */
  public PreviewNotes warn(String sentence) {
    warnings.add(sentence);
    return this;
  }

  /** The order would fail for this reason. */
  public Preview ends(Failure failure) {
    return new Preview(content, null, failure, List.of(), null, List.of(), warnings);
  }

  /** The order would do what was collected. */
  public Preview done() {
    return new Preview(content, null, null, questions, price, steps, warnings);
  }
}
