package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;

/**
 * How a name is written in a command: as people read it, as the registrar's own SDKs send it, and
 * the registrar converts it. With letters that older rules convert to other names (ß to ss, ς to σ,
 * joiners to nothing) it is sent as A-labels, so that nobody buys another name. So are the patterns
 * of lists, which nobody says to be converted.
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
