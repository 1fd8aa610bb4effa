package io.domainflow.process;

import java.util.Map;

/** What is to be known of a process about an account, which has no order. */
public interface AccountProcess extends DeclaredVariables {

  /** The variables that say what it is about; a form cannot change them. */
  Map<String, Object> subject(String businessKey);

  /** Whether its business key begins with the name of an account, with which it ends. */
  default boolean endsWithItsAccount() {
    return true;
  }

  /** Is called when an instance has ended, automatically or by a person. */
  default void ended(String businessKey) {}

  /**
   * How it stands, as sentences, for somebody who comes too late to a task of it; empty if there is
   * nothing to say.
   */
  default String standing(String businessKey) {
    return "";
  }

  /**
   * Whether code that moves the clock need not stop for its start, because it starts often or is
   * switched off: it starts at the next stop, and once instead of many times.
   */
  default boolean mayStartLate() {
    return false;
  }
}
