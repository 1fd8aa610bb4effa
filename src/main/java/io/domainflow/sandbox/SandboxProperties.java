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
 * @param stateFile where the sandbox keeps what it knows, so that it survives a restart; in memory
 *     only when not set
 * @param renewalMode what the accounts give to new names until they are set otherwise; the
 *     registrar's own is {@code AUTORENEW}
 * @param settleTimeout how long a move of the clock waits at one instant for the work due there
 * @param holdTimeout how long a connection is held by the faults that never answer
 */
@ConfigurationProperties("domainflow.sandbox")
public record SandboxProperties(
    @DefaultValue("false") boolean enabled,
    @Nullable Path stateFile,
    @DefaultValue("AUTORENEW") RenewalMode renewalMode,
    @DefaultValue("60s") Duration settleTimeout,
    @DefaultValue("5m") Duration holdTimeout) {}
