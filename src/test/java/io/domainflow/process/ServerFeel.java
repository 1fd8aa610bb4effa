package io.domainflow.process;

import io.domainflow.tld.Conditions;

/** Gives tests of forms the FEEL that the application evaluates them with. */
public final class ServerFeel {

  private ServerFeel() {}

  public static Conditions conditions() {
    return new FeelConditions();
  }
}
