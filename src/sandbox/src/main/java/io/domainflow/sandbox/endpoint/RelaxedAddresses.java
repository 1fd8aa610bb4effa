package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Accepts URLs that do not quite follow the standard. */
@Component("sandboxRelaxedAddresses")
@ConditionalOnSandbox
@Behaviour(
    value = "a quotation mark may stand in the address of a GET as it is",
    basis = Basis.DOCUMENTED,
    source = "acme.sh 3.1.1, which sends it so")
class RelaxedAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", "\""));
  }
}
