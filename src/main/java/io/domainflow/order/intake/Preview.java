package io.domainflow.order.intake;

import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.wanted.OrderRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would do if it were placed now. Nothing was stored for it and nothing was sent that
 * changes anything; at the registrar it may be otherwise a moment later.
 *
 * @param earlier the order that this one repeats, which nothing is done for again; null if there is
 *     none
 * @param wouldEnd why the order would fail, if that is certain; null if it is not
 * @param questions what it would wait for, in the order it would
 * @param price what the registrar would charge for it; null where it does not say or nothing is
 *     bought
 * @param steps what would be done once the questions are answered, as sentences
 * @param warnings what else to know, as sentences
 */
public record Preview(
    OrderRequest request,
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

  /**
   * What somebody would have to answer or correct before the order continues.
   *
   * @param what for people, as the order would say it
   */
  public record Question(Who who, Code code, String what) {}

  /** Whether nobody would have to agree to a price: the order covers it, or none is needed. */
  public boolean accepted() {
    return questions.stream().noneMatch(question -> question.code() == Code.PRICE);
  }
}
