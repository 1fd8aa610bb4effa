package io.domainflow.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** Fills a form with values that are known only when somebody opens it. */
public interface FormFiller {

  /**
   * Fills in what it knows, and leaves the rest of the form unchanged.
   *
   * @param form the form as deployed
   * @param start whether it is a start form; otherwise it is a task form
   * @param login who opens it
   * @param groups of that user
   */
  void fill(JsonNode form, boolean start, String login, Collection<String> groups);
}
