package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;

/**
 * Writes a name in a command: in Unicode form, as the registrar's own SDKs send it, and the
 * registrar converts it. A name with letters that older rules convert to other names (ß to ss, ς to
 * σ, joiners to nothing) is sent as A-labels, so that nobody buys a different name. So are the
 * patterns of lists, because no page says that they are converted.
 */
final class Spelling {

  private static final String READ_IN_TWO_WAYS = "ßς\u200c\u200d";

  private Spelling() {}

  static String of(DomainName name) {
    return name.unicode().chars().anyMatch(letter -> READ_IN_TWO_WAYS.indexOf(letter) >= 0)
        ? name.ascii()
        : name.unicode();
  }
}
