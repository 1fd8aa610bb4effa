package io.domainflow.tld;

import java.util.Set;

/**
 * An additional-fields form that is in use, to be deployed.
 *
 * @param file name of the file, such as {@code ca.form}
 * @param own whether it comes from the folder of one's own forms
 */
public record FormText(String file, String json, boolean own) {

  /**
   * Ids of the components that every form of a task has, and that the form to correct a
   * registration does not take over with the fields.
   */
  public static final Set<String> AROUND_THE_FIELDS =
      Set.of("Text_Order", "Text_Situation", "Group_Facts", "Text_OrderFacts");
}
