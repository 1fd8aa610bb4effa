package io.domainflow.process.renewal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a renewal is.
 *
 * @param lookEvery how often to look whether the registrar shows a renewal that it has confirmed
 * @param patience for how long before an operator is asked
 */
@ConfigurationProperties("domainflow.renewal")
public record RenewalProperties(
    @DefaultValue("PT15M") Duration lookEvery, @DefaultValue("P1D") Duration patience) {}
