package io.domainflow.wire;

import io.domainflow.registrar.RegistrarProperties;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the beans that the dialects share. */
@Configuration
public class WireConfiguration {

  @Bean
  HttpClient registrarHttpClient(RegistrarProperties properties) {
    return WireHttp.create(properties.connectTimeout());
  }
}
