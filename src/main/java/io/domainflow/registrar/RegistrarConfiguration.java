package io.domainflow.registrar;

import io.domainflow.ispapi.IspapiClient;
import io.domainflow.ispapi.IspapiHttp;
import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the registrar's API as a part of this application. */
@Configuration
@EnableConfigurationProperties(RegistrarProperties.class)
class RegistrarConfiguration {

  @Bean
  HttpClient ispapiHttpClient(RegistrarProperties properties) {
    return IspapiHttp.create(properties.connectTimeout());
  }

  @Bean
  IspapiClient ispapiClient(HttpClient ispapiHttpClient, RegistrarProperties properties) {
    return new IspapiClient(ispapiHttpClient, properties.callTimeout());
  }
}
