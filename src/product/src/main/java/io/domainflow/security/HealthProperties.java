package io.domainflow.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for health checks.
 *
 * @param port a port that answers health checks only, in threads of its own, even while the server
 *     has no thread left for other requests; null for none
 */
@ConfigurationProperties("domainflow.health")
record HealthProperties(@Nullable Integer port) {}
