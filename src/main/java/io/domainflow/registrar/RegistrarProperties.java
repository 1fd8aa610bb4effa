package io.domainflow.registrar;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the registrar's API is reached.
 *
 * @param liveUrl address of the live system
 * @param oteUrl address of the registrar's own test system
 * @param sandboxUrl address of the stand-in that ships with Domainflow; null for the one inside
 *     this application
 * @param connectTimeout how long to wait for a connection
 * @param callTimeout how long one call may take altogether, connection and answer included
 * @param settleTime how long after an unanswered call a look at the registrar counts as proof that
 *     nothing happened
 * @param outageProbeInterval how often one call tries whether the registrar, which has not answered
 *     an account several times in a row, does so again; the account's other calls wait for that
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
