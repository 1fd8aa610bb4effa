package io.domainflow.process;

import java.util.Map;

/** Describes a process about an account, which has no order. */
public interface AccountProcess extends DeclaredVariables {

  /** The variables that say what the process is about; a form cannot change them. */
  Map<String, Object> subject(String businessKey);

  /** Whether its business key begins with the name of an account, and it ends with that account. */
  default boolean endsWithItsAccount() {
    return true;
  }

  /** Called when an instance has ended, automatically or by a person. */
  default void ended(String businessKey) {}

  /**
   * The status of the process, as sentences, for somebody who opens one of its tasks too late;
   * empty if there is nothing to say.
   */
  default String standing(String businessKey) {
    return "";
  }

  /** Whether it starts by its timetable, if it has one; messages start it in any case. */
  default boolean isSwitchedOn() {
    return true;
  }

  /**
   * Whether code that moves the clock need not stop for its start, because it starts often: then it
   * starts at the next stop, once instead of many times.
   */
  default boolean mayStartLate() {
    return false;
  }
}
