package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Accepts URLs that do not quite follow the standard. */
@Component("sandboxRelaxedAddresses")
@ConditionalOnSandbox
class RelaxedAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", "\""));
  }
}
