package io.domainflow.model;

import java.util.List;

/** Thrown when a request is refused because of its values; its message lists them for people. */
public abstract class ValuesRejected extends RuntimeException {

  private final transient FieldProblems problems;

  protected ValuesRejected(FieldProblems problems) {
    super(problems.toString());
    this.problems = problems;
  }

  /** What is wrong, in the order in which it was found: the first {@link FieldProblems#MOST}. */
  public List<FieldProblem> problems() {
    return problems.listed();
  }

  /** The number of problems that are not listed. */
  public int more() {
    return problems.more();
  }

  /**
   * The same in words, to be appended to a line that lists the problems; empty if there are none.
   */
  public String andMore() {
    return FieldProblems.andMore(problems.more());
  }
}
