package io.domainflow.tld;

import java.util.Set;

/**
 * The text of an additional-fields form in use, for deployment.
 *
 * @param file name of the file, such as {@code ca.form}
 * @param own whether it comes from the installation's folder of forms
 */
public record FormText(String file, String json, boolean own) {

  /**
   * Ids of the components that every task form has, and that are not copied into the form for
   * correcting a registration.
   */
  public static final Set<String> AROUND_THE_FIELDS =
      Set.of("Text_Order", "Text_Situation", "Group_Facts", "Text_OrderFacts");
}
