package io.domainflow.order.intake;

import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.OrderContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would do if it were placed now. Nothing was stored, and nothing was sent that
 * changes anything; the state at the registrar may change at any time.
 *
 * @param earlier the order that this one would repeat without effect; null if there is none
 * @param wouldEnd why the order would fail, if that is certain; else null
 * @param questions what it would wait for, in sequence
 * @param price what the registrar would charge; null if not stated or nothing is bought
 * @param steps what would be done after the questions are answered, as sentences
 * @param warnings further information, as sentences
 */
public record Preview(
    OrderContent content,
    @Nullable ProvisioningOrder earlier,
    @Nullable Failure wouldEnd,
    List<Question> questions,
    @Nullable Money price,
    List<String> steps,
    List<String> warnings) {

  public Preview {
    questions = List.copyOf(questions);
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** The same preview with another warning. */
  public Preview withWarning(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Preview(content, earlier, wouldEnd, questions, price, steps, more);
  }

  /**
   * A question or correction for which the order would wait.
   *
   * @param what text for people, as in the order
   */
  public record Question(Who who, Code code, String what) {}

  /**
   * Whether no price approval would be needed, because the order covers the price or there is none.
   */
  public boolean accepted() {
    return questions.stream().noneMatch(question -> question.code() == Code.PRICE);
  }
}
