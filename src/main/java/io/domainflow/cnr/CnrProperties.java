package io.domainflow.cnr;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the API of CentralNic Reseller is reached. Its times are those of every platform.
 *
 * @param liveUrl address of the live system
 * @param oteUrl address of the registrar's own test system
 * @param sandboxUrl address of the stand-in that ships with Domainflow; null for the one inside
 *     this application
 */
@ConfigurationProperties("domainflow.cnr")
public record CnrProperties(
    @DefaultValue("https://api.rrpproxy.net/api/call.cgi") URI liveUrl,
    @DefaultValue("https://api-ote.rrpproxy.net/api/call.cgi") URI oteUrl,
    @Nullable URI sandboxUrl) {}
