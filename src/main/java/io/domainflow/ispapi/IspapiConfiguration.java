package io.domainflow.ispapi;

import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarProperties;
import io.domainflow.wire.WireHttp;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the registrar's API as a part of this application. */
@Configuration
public class IspapiConfiguration {

  @Bean
  HttpClient registrarHttpClient(RegistrarProperties properties) {
    return WireHttp.create(properties.connectTimeout());
  }

  @Bean
  RegistrarCodes registrarCodes() {
    return new IspapiCodes();
  }
}
