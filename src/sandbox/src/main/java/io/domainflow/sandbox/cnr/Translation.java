package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.protocol.ReceivedCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Translates parameters of names into those of the other platform, in which the registry stores
 * them.
 */
public final class Translation {

  /**
   * The parameters of a name: contacts by handle or in line, name servers, DNSSEC and further
   * fields.
   */
  public static final List<String> OF_NAMES =
      List.of(
          "OWNERCONTACT0*",
          "ADMINCONTACT#*",
          "TECHCONTACT#*",
          "BILLINGCONTACT#*",
          "NAMESERVER#",
          "AUTH",
          "TRANSFERLOCK",
          "DNSSEC#",
          "DNSSECDSDATA#",
          "DOMAINTAG#",
          "X-*");

  private static final Map<Pattern, String> WORDS =
      Map.of(
          Pattern.compile("DNSSEC(?=[0-9])"), "SECDNS-KEY",
          Pattern.compile("DNSSECDSDATA(?=[0-9])"), "SECDNS-DS",
          Pattern.compile("DNSSECDELALL"), "SECDNS-REMOVE-ALL",
          Pattern.compile("X-WHOISPRIVACY"), "X-WHOIS-PRIVACY");

  private Translation() {}

  /** This call with its parameters of a name translated to those of the other platform. */
  public static ReceivedCommand of(ReceivedCommand call) {
    Map<String, String> parameters = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (name, value) -> {
              String translated = name;
              for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
                if (word.getKey().matcher(name).lookingAt()) {
                  translated = word.getKey().matcher(name).replaceFirst(word.getValue());
                }
              }
              parameters.put(translated, value);
            });
    return call.with(parameters);
  }
}
