package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import java.util.Locale;

/** The registrar's price classes of names. */
public final class PriceClasses {

  // As CheckDomains and CheckDomainTransfer show it for names that are not plain.
  private static final String OWN_CLASS = "PREMIUM_";

  private PriceClasses() {}

  /**
   * The class of a name with a price of its own; plain names may have one too, that of their zone.
   *
   * @param stated null if the registrar states none
   * @return null for a plain name
   */
  public static String own(String stated) {
    return stated != null && stated.toUpperCase(Locale.ROOT).startsWith(OWN_CLASS) ? stated : null;
  }

  /**
   * The class of plain names: that of their zone, without dots, such as {@code COM} or {@code
   * COUK}, as the registrar's modules know them.
   */
  public static String ofZone(DomainName domain) {
    return ofZone(domain.ascii().substring(domain.ascii().indexOf('.') + 1));
  }

  /** The class of plain names of a zone, such as {@code co.uk}. */
  public static String ofZone(String zone) {
    return zone.replace(".", "").toUpperCase(Locale.ROOT);
  }
}
