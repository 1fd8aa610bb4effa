package io.domainflow.ote;

import io.domainflow.sandbox.Behaviours;
import java.util.List;

/** The result of a run, one row for each case. */
record Report(List<Row> rows) {

  /** The result of a case, in one word. */
  enum Verdict {
    SAME("same"),
    DIFFERENT("different"),
    UNANSWERED("no answer"),
    LEFT_OUT("left out");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  /**
   * The result of one case.
   *
   * @param differences from profile A of the sandbox
   * @param likeProfileB whether profile B of the sandbox answers without a difference
   * @param why there is no comparison; empty if there is one
   */
  record Row(
      Case<?> asked,
      Verdict verdict,
      List<Difference> differences,
      boolean likeProfileB,
      String why) {

    static Row compared(Case<?> asked, List<Difference> differences, boolean likeProfileB) {
      Verdict verdict = differences.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT;
      return new Row(asked, verdict, differences, likeProfileB, "");
    }

    static Row notCompared(Case<?> asked, Verdict verdict, String why) {
      return new Row(asked, verdict, List.of(), false, why);
    }

    String name() {
      return asked.name();
    }
  }

  List<Row> of(Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).toList();
  }

  /**
   * Fails the run if a query has no answer. A difference is not a failure: the run exists to find
   * them.
   */
  void requireAnswers() {
    int open = of(Verdict.UNANSWERED).size();
    if (open > 0) {
      throw new RunFailed(
          "Cases without an answer: "
              + open
              + ". The list above says which and why. Only questions are sent, so nothing was"
              + " changed or charged; run it again later.");
    }
  }

  /** The report as readable Markdown. */
  String text() {
    StringBuilder text =
        new StringBuilder("# The registrar's test system (OT&E) and the sandbox\n\n");
    table(text);
    for (Row row : of(Verdict.DIFFERENT)) {
      differences(text, row);
    }
    notCompared(text, "No answer", of(Verdict.UNANSWERED));
    notCompared(text, "Left out", of(Verdict.LEFT_OUT));
    int differences = rows.stream().mapToInt(row -> row.differences().size()).sum();
    return text.append(
            "\n%d cases, %d differences\n"
                .formatted(rows.size() - of(Verdict.LEFT_OUT).size(), differences))
        .toString();
  }

  private void table(StringBuilder text) {
    int command = rows.stream().mapToInt(row -> row.asked().command().length()).max().orElse(1);
    int title = rows.stream().mapToInt(row -> row.asked().title().length()).max().orElse(1);
    String line = "| %-" + command + "s | %-" + title + "s | %-9s |\n";
    text.append(line.formatted("Command", "Case", "OT&E"));
    text.append(
        "|%s|%s|%s|\n".formatted("-".repeat(command + 2), "-".repeat(title + 2), "-".repeat(11)));
    for (Row row : rows) {
      text.append(line.formatted(row.asked().command(), row.asked().title(), row.verdict().words));
    }
  }

  private static void differences(StringBuilder text, Row row) {
    text.append("\n## ").append(row.name()).append("\n\n");
    for (Difference difference : row.differences()) {
      text.append(
          "- %s: OT&E «%s», sandbox «%s»\n"
              .formatted(difference.what(), difference.ote(), difference.sandbox()));
    }
    text.append(
        row.likeProfileB()
            ? "- profile B of the sandbox answers as OT&E does\n"
            : "- profile B of the sandbox differs as well\n");
    for (String mark : row.asked().marks()) {
      text.append("- touches ").append(Behaviours.words(mark)).append('\n');
    }
  }

  private static void notCompared(StringBuilder text, String heading, List<Row> rows) {
    if (!rows.isEmpty()) {
      text.append("\n## ").append(heading).append("\n\n");
      rows.forEach(row -> text.append("- %s (%s)\n".formatted(row.name(), row.why())));
    }
  }
}
