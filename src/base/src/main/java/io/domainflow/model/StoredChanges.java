package io.domainflow.model;

import java.util.Optional;

/** Tells whether anybody has changed what is stored, without looking at it. */
public interface StoredChanges {

  /**
   * Stands for the last change; the same until another one has ended. Empty if that would not be
   * seen, because one is under way that began before the last.
   */
  Optional<String> last();
}
