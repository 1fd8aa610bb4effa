package io.domainflow.security;

import java.util.List;

/** Thrown when the application cannot start because of missing settings. */
class SettingsMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  SettingsMissing(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
