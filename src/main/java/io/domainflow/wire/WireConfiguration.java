package io.domainflow.wire;

import io.domainflow.registrar.RegistrarProperties;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the dialects of the platforms share as parts of this application. */
@Configuration
public class WireConfiguration {

  @Bean
  HttpClient registrarHttpClient(RegistrarProperties properties) {
    return WireHttp.create(properties.connectTimeout());
  }
}
