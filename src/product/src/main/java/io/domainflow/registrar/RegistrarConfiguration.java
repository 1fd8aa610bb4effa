package io.domainflow.registrar;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Configures the access to registrars. */
@Configuration
@EnableConfigurationProperties(RegistrarProperties.class)
public class RegistrarConfiguration {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

  RegistrarConfiguration(RegistrarProperties properties) {
    requireEncryption("domainflow.ispapi.live-url", properties.liveUrl());
    requireEncryption("domainflow.ispapi.ote-url", properties.oteUrl());
  }

  /**
   * Refuses an API address to which passwords would be sent unencrypted. The registrar documents a
   * reverse proxy on the same machine; all other connections must be encrypted.
   *
   * @param name of the setting
   * @throws IllegalStateException if it is such an address
   */
  public static void requireEncryption(String name, URI url) {
    boolean local = LOOPBACK.contains(url.getHost());
    if (!"https".equals(url.getScheme()) && !local) {
      throw new IllegalStateException(
          name + " must be an https address, because passwords are sent to it");
    }
  }
}
