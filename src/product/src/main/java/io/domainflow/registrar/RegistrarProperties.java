package io.domainflow.registrar;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the access to the registrar's API.
 *
 * @param liveUrl address of the live system
 * @param oteUrl address of the registrar's own test system
 * @param sandboxUrl address of the sandbox; null for the one inside this application
 * @param connectTimeout timeout for establishing a connection
 * @param callTimeout timeout for a whole call, including connection and answer
 * @param settleTime how long after an unanswered call a check at the registrar counts as proof that
 *     nothing happened
 * @param outageProbeInterval how often one call tests whether the registrar answers again, after it
 *     has not answered an account several times in a row; the account's other calls are delayed
 *     until then
 */
@ConfigurationProperties("domainflow.ispapi")
public record RegistrarProperties(
    @DefaultValue("https://api.ispapi.net/api/call.cgi") URI liveUrl,
    @DefaultValue("https://api-ote.ispapi.net/api/call.cgi") URI oteUrl,
    @Nullable URI sandboxUrl,
    @DefaultValue("PT5S") Duration connectTimeout,
    @DefaultValue("PT2M") Duration callTimeout,
    @DefaultValue("PT15S") Duration settleTime,
    @DefaultValue("PT5M") Duration outageProbeInterval) {}
