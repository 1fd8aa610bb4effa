package io.domainflow.sandbox;

import io.domainflow.model.RenewalMode;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether this application answers as a registrar under {@code /sandbox}; for trying
 *     and testing only
 * @param stateFile the file in which the sandbox keeps its state across restarts; in memory only if
 *     not set
 * @param renewalMode the accounts' renewal mode for new names until it is set otherwise; the
 *     registrar's own is {@code AUTORENEW}
 * @param settleTimeout how long a move of the clock waits at one instant for the work due there
 * @param holdTimeout how long the faults that never answer hold a connection
 */
@ConfigurationProperties("domainflow.sandbox")
public record SandboxProperties(
    @DefaultValue("false") boolean enabled,
    @Nullable Path stateFile,
    @DefaultValue("AUTORENEW") RenewalMode renewalMode,
    @DefaultValue("60s") Duration settleTimeout,
    @DefaultValue("5m") Duration holdTimeout) {}
