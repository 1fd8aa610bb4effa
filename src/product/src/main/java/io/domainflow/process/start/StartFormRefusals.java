package io.domainflow.process.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.account.Accounts;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.intake.DuplicateOrder;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.text.ProblemText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says what is wrong with an order in the words of the start form in which it was entered. */
@Component
public class StartFormRefusals {

  private static final Pattern ENTRY = Pattern.compile("(.+)\\[(\\d+)]");

  private final Accounts accounts;
  private final ObjectMapper json;

  StartFormRefusals(Accounts accounts, ObjectMapper json) {
    this.accounts = accounts;
    this.json = json;
  }

  /**
   * Each problem as a sentence that names the field as the form does, on a separate line: Tasklist
   * shows it at that field.
   */
  public String text(OrderRejected rejected, DelegateExecution execution) {
    return text(rejected.problems(), rejected.more(), execution);
  }

  /**
   * Like {@link #text(OrderRejected, DelegateExecution)}, for an order that conflicts with an
   * earlier one.
   */
  public String text(DuplicateOrder duplicate, DelegateExecution execution) {
    boolean nameBusy = duplicate.kind() == DuplicateOrder.Kind.NAME_BUSY;
    String domain = duplicate.earlier().content().domain().unicode();
    return text(
        List.of(
            nameBusy
                ? new FieldProblem(
                    "domain",
                    "NAME_BUSY",
                    "has an open order already: "
                        + duplicate.earlier().content().reference()
                        + "; try again when that has ended")
                : new FieldProblem(
                    "reference",
                    "USED",
                    "is that of an order of yours for " + domain + "; choose a new one")),
        0,
        execution);
  }

  private String text(List<FieldProblem> problems, int more, DelegateExecution execution) {
    Map<String, String> labels = labels(execution);
    return problems.stream()
        .map(problem -> sentence(problem, labels))
        .collect(
            Collectors.joining(
                "\n",
                "",
                (more == 0 ? "" : "\nAnd " + more + " more.") + "\nNothing was started."));
  }

  private String sentence(FieldProblem problem, Map<String, String> labels) {
    Matcher entry = ENTRY.matcher(problem.field());
    boolean isEntry = entry.matches();
    return label(isEntry ? entry.group(1) : problem.field(), labels)
        .map(
            label ->
                "«%s»%s %s%s."
                    .formatted(
                        label,
                        isEntry ? " (no. " + (Integer.parseInt(entry.group(2)) + 1) + ")" : "",
                        problem.message(),
                        more(problem)))
        .orElseGet(() -> ProblemText.of(List.of(problem), Optional.empty()) + ".");
  }

  private String more(FieldProblem problem) {
    return problem.field().equals("account")
            && problem.code().equals("INVALID")
            && Staff.has(CurrentLogin.groups())
        ? "; there are: " + String.join(", ", accounts.names())
        : "";
  }

  private static Optional<String> label(String member, Map<String, String> labels) {
    return StartForm.keysOf(member).stream()
        .filter(labels::containsKey)
        .map(labels::get)
        .findFirst();
  }

  // From the form as it is shown: an administrator may have deployed another one.
  private Map<String, String> labels(DelegateExecution execution) {
    Map<String, String> labels = new TreeMap<>();
    try (InputStream form =
        execution
            .getProcessEngineServices()
            .getFormService()
            .getDeployedStartForm(execution.getProcessDefinitionId())) {
      for (JsonNode field : json.readTree(form).findParents("key")) {
        labels.put(
            field.path("key").asText(),
            field.path("label").asText(field.path("dateLabel").asText()));
      }
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
