package io.domainflow.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** Puts into a form what is not known before somebody opens it. */
public interface FormFiller {

  /**
   * Fills what it knows into a form, and leaves the rest as it is.
   *
   * @param form as it is deployed
   * @param start whether a process begins with the form; else it is that of a task
   * @param login who opens it
   * @param groups of that user
   */
  void fill(JsonNode form, boolean start, String login, Collection<String> groups);
}
