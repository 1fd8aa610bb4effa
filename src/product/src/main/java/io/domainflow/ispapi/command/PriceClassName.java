package io.domainflow.ispapi.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The registrar's names of price classes. */
public final class PriceClassName {

  // As shown by CheckDomains and CheckDomainTransfer for premium names.
  private static final String OWN_CLASS = "PREMIUM_";

  private PriceClassName() {}

  /**
   * Whether a class is one of premium names; ordinary names may have a class too, that of their
   * zone.
   *
   * @param priceClass null if not stated
   */
  static boolean isOwn(@Nullable String priceClass) {
    return priceClass != null && priceClass.toUpperCase(Locale.ROOT).startsWith(OWN_CLASS);
  }

  /**
   * The class of ordinary names: that of their zone, without dots, such as {@code COM} or {@code
   * COUK}, as the registrar's modules know them.
   *
   * @param zone such as {@code co.uk}
   */
  public static String ofZone(String zone) {
    return zone.replace(".", "").toUpperCase(Locale.ROOT);
  }
}
