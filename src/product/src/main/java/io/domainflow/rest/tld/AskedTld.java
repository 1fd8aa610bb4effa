package io.domainflow.rest.tld;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Tld;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import org.springframework.stereotype.Component;

/** Finds the top-level domain that somebody asks about. */
@Component
class AskedTld {

  private final TldCatalogue tlds;

  AskedTld(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  /**
   * Reads a top-level domain in either spelling and any case, like a name, with or without a dot at
   * its start or end.
   *
   * @throws TldNotFound if no names are sold under it, for example because its form has a mistake
   */
  TldPolicy policy(String text) {
    String label = text.startsWith(".") ? text.substring(1) : text;
    if (label.endsWith(".")) {
      label = label.substring(0, label.length() - 1);
    }
    try {
      Tld tld = new Tld(DomainName.of("name." + label).zone());
      return tlds.policyOf(tld).orElseThrow(() -> notFound(tld));
    } catch (InvalidValue e) {
      throw new TldNotFound();
    }
  }

  private TldNotFound notFound(Tld tld) {
    return tlds.faultOf(tld)
        .map(fault -> new TldNotFound("." + tld + " " + TldCatalogue.mistake(fault)))
        .orElseGet(TldNotFound::new);
  }
}
