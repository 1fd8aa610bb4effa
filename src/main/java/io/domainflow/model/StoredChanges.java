package io.domainflow.model;

import java.util.Optional;

/** Tells whether anybody has changed what is stored, without looking at it. */
public interface StoredChanges {

  /** Stands for the last change; the same until the next one, empty while one is under way. */
  Optional<String> last();
}
