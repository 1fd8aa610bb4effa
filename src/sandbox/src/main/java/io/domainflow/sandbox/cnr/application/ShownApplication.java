package io.domainflow.sandbox.cnr.application;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.stored.name.Application;
import java.util.Map;
import java.util.function.Function;

/** Shows applications as CentralNic Reseller does. */
final class ShownApplication {

  private ShownApplication() {}

  /** The properties that StatusDomainApplication and a wide list show. */
  static Map<String, Function<Application, String>> properties() {
    Map<String, Function<Application, String>> properties = Listing.columns();
    properties.put("application", application -> Long.toString(application.number()));
    properties.put("class", Application::priceClass);
    properties.put("created date", application -> CnrDate.of(application.createdAt()));
    properties.put("domain", Application::domain);
    properties.put("domain idn", application -> DomainName.of(application.domain()).unicode());
    properties.put("status", Application::status);
    properties.put("updated date", application -> CnrDate.of(application.updatedAt()));
    return properties;
  }
}
