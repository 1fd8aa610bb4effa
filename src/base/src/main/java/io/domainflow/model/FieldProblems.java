package io.domainflow.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with the values of a request: the first {@value #MOST} problems, each once, and how
 * many more there are. A request of a megabyte may have tens of thousands.
 */
public final class FieldProblems {

  /** The most problems that an answer lists. */
  public static final int MOST = 50;

  private final Set<FieldProblem> listed = new LinkedHashSet<>();
  private int more;

  /** These problems. */
  public static FieldProblems of(Collection<FieldProblem> problems) {
    FieldProblems all = new FieldProblems();
    problems.forEach(all::add);
    return all;
  }

  /** Adds a problem, if it is not there already. */
  public void add(FieldProblem problem) {
    if (listed.size() < MOST) {
      listed.add(problem);
    } else if (!listed.contains(problem)) {
      more++;
    }
  }

  /** Adds the problems that were found elsewhere in the same request. */
  public void addAll(FieldProblems others) {
    others.listed.forEach(this::add);
    more += others.more;
  }

  public boolean isEmpty() {
    return listed.isEmpty();
  }

  /** The number of all problems. */
  public int count() {
    return listed.size() + more;
  }

  /** The problems that are listed, in the order in which they were found. */
  public List<FieldProblem> listed() {
    return List.copyOf(listed);
  }

  /** The number of problems that are not listed. */
  public int more() {
    return more;
  }

  /** The problems in one line for people. */
  @Override
  public String toString() {
    return listed.stream().map(FieldProblem::toString).collect(Collectors.joining("; "))
        + andMore(more);
  }

  /** How many more there are, to be appended to a line that lists problems; empty if none. */
  static String andMore(int more) {
    return more == 0 ? "" : "; and " + more + " more";
  }
}
