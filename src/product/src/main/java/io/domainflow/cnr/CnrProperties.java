package io.domainflow.cnr;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses of CentralNic Reseller's API. Its timeouts are the same as for every platform.
 *
 * @param liveUrl address of the live system
 * @param oteUrl address of the registrar's own test system
 * @param sandboxUrl address of the sandbox; null for the one inside this application
 */
@ConfigurationProperties("domainflow.cnr")
public record CnrProperties(
    @DefaultValue("https://api.rrpproxy.net/api/call.cgi") URI liveUrl,
    @DefaultValue("https://api-ote.rrpproxy.net/api/call.cgi") URI oteUrl,
    @Nullable URI sandboxUrl) {}
