package io.domainflow.ispapi.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the registrar names its price classes. */
public final class PriceClassName {

  // As CheckDomains and CheckDomainTransfer show it for names that are not plain.
  private static final String OWN_CLASS = "PREMIUM_";

  private PriceClassName() {}

  /**
   * Whether names of a class have a price of their own; plain names may show a class too, that of
   * their zone.
   *
   * @param priceClass null if the registrar states none
   */
  static boolean isOwn(@Nullable String priceClass) {
    return priceClass != null && priceClass.toUpperCase(Locale.ROOT).startsWith(OWN_CLASS);
  }

  /**
   * The class of plain names: that of their zone, without dots, such as {@code COM} or {@code
   * COUK}, as the registrar's modules know them.
   *
   * @param zone such as {@code co.uk}
   */
  public static String ofZone(String zone) {
    return zone.replace(".", "").toUpperCase(Locale.ROOT);
  }
}
