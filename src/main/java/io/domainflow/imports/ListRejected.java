package io.domainflow.imports;

/** A list that cannot be read at all. The message reads on from its name. */
public class ListRejected extends RuntimeException {

  ListRejected(String message) {
    super(message);
  }
}
