package io.domainflow.process.accountcheck;

import io.domainflow.process.task.AccountTask.Row;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Describes a finding: in short for the task list, and in full as the last check has seen it. */
@Component
class FindingOnForm {

  private final Findings findings;

  FindingOnForm(Findings findings) {
    this.findings = findings;
  }

  static Optional<Row> row(String businessKey) {
    FindingKey key = FindingKey.of(businessKey);
    String title = key.kind().title();
    return Optional.of(new Row(title, "Account " + key.account() + ": " + title + "."));
  }

  Map<String, Object> of(String businessKey) {
    FindingKey key = FindingKey.of(businessKey);
    return findings
        .find(key.account(), key.kind())
        .map(FindingOnForm::values)
        // gone at this moment: the task is about to close
        .orElse(Map.of());
  }

  private static Map<String, Object> values(RecordedFinding found) {
    return Map.of(
        "what", PlainText.of(found.finding().what()),
        "foundAt", PlainTime.of(found.foundAt()),
        "lookedAt", PlainTime.of(found.lookedAt()),
        "names",
            found.finding().names().stream()
                .map(PlainText::of)
                .collect(Collectors.joining("\n\n")));
  }
}
