package io.domainflow.cnr;

import io.domainflow.registrar.RegistrarConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Configures the access to CentralNic Reseller. */
@Configuration
@EnableConfigurationProperties(CnrProperties.class)
public class CnrConfiguration {

  CnrConfiguration(CnrProperties properties) {
    RegistrarConfiguration.requireEncryption("domainflow.cnr.live-url", properties.liveUrl());
    RegistrarConfiguration.requireEncryption("domainflow.cnr.ote-url", properties.oteUrl());
  }
}
