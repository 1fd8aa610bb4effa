package io.domainflow.lineprotocol;

import io.domainflow.registrar.RegistrarProperties;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the beans that the dialects share. */
@Configuration
public class LineProtocolConfiguration {

  @Bean
  HttpClient registrarHttpClient(RegistrarProperties properties) {
    return LineProtocolHttp.create(properties.connectTimeout());
  }
}
