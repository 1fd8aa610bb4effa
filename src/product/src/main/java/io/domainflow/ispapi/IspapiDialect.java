package io.domainflow.ispapi;

import io.domainflow.account.Platform;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.ispapi.command.PriceClassName;
import io.domainflow.ispapi.probe.IspapiProbe;
import io.domainflow.lineprotocol.Endpoint;
import io.domainflow.lineprotocol.LineProtocolDialect;
import io.domainflow.registrar.RegistrarProperties;
import java.net.http.HttpClient;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The dialect of HEXONET's ISPAPI, live, test system (OT&E) or sandbox. */
@Component
public class IspapiDialect extends LineProtocolDialect {

  private static final String LIVE_ENTITY = "54cd";
  private static final String TEST_ENTITY = "1234";

  private static final String SANDBOX_PATH = "/sandbox/api/call.cgi";

  private final RegistrarProperties properties;
  private final Environment environment;

  public IspapiDialect(
      HttpClient registrarHttpClient,
      List<IspapiProbe<?, ?>> probes,
      RegistrarProperties properties,
      Environment environment) {
    super(registrarHttpClient, IspapiCodecs.ALL, probes);
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public Platform platform() {
    return Platform.ISPAPI;
  }

  @Override
  public String priceClassOf(String zone) {
    return PriceClassName.ofZone(zone);
  }

  @Override
  public boolean renewsWhatIsRestored() {
    return false;
  }

  @Override
  public boolean chargesRenewalsLater() {
    return false;
  }

  @Override
  public boolean mayHidePending() {
    return false;
  }

  @Override
  protected Endpoint endpoint(RegistrarSystem system) {
    return switch (system.stage()) {
      case LIVE -> new Endpoint(properties.liveUrl(), LIVE_ENTITY);
      case TEST -> new Endpoint(properties.oteUrl(), TEST_ENTITY);
      case SANDBOX ->
          new Endpoint(sandboxUrl(properties.sandboxUrl(), environment, SANDBOX_PATH), TEST_ENTITY);
    };
  }
}
