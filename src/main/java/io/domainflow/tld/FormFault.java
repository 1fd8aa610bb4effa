package io.domainflow.tld;

import java.util.List;

/**
 * A form of one's own that cannot be used. Its top-level domains are not sold until it is mended.
 *
 * @param tlds what the form is for, as far as that can be told; A-labels
 * @param message file, line and fault
 */
public record FormFault(List<String> tlds, String message) {

  public FormFault {
    tlds = List.copyOf(tlds);
  }
}
