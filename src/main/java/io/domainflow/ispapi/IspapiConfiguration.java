package io.domainflow.ispapi;

import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarProperties;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the registrar's API as a part of this application. */
@Configuration
public class IspapiConfiguration {

  @Bean
  HttpClient ispapiHttpClient(RegistrarProperties properties) {
    return IspapiHttp.create(properties.connectTimeout());
  }

  @Bean
  RegistrarCodes registrarCodes() {
    return new IspapiCodes();
  }
}
