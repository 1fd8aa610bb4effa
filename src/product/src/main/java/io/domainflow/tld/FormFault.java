package io.domainflow.tld;

import java.util.List;

/**
 * A form of the installation that cannot be used. Its top-level domains are not offered until it is
 * corrected.
 *
 * @param tlds the TLDs of the form, as far as known; A-labels
 * @param message file, line and fault
 */
public record FormFault(List<String> tlds, String message) {

  public FormFault {
    tlds = List.copyOf(tlds);
  }
}
