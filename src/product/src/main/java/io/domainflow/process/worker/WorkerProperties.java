package io.domainflow.process.worker;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for working on the steps that ask the registrar.
 *
 * @param concurrency how many calls to the registrar run at the same time for one account, on one
 *     node
 * @param lockTime how long a step stays locked after its node has died; must be more than twice
 *     domainflow.ispapi.call-timeout
 * @param pollInterval how often to poll for steps that another node has left or that become due
 * @param retryPauses pauses between the automatic tries of a step that fails; after the last one it
 *     becomes an incident
 * @param longestOutagePause longest pause between tries while the registrar is unavailable; those
 *     do not count as tries
 */
@ConfigurationProperties("domainflow.worker")
public record WorkerProperties(
    @DefaultValue("8") int concurrency,
    @DefaultValue("PT5M") Duration lockTime,
    @DefaultValue("PT1S") Duration pollInterval,
    @DefaultValue({
          "PT10S", "PT30S", "PT2M", "PT10M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT12H",
          "PT24H"
        })
        List<Duration> retryPauses,
    @DefaultValue("PT5M") Duration longestOutagePause) {}
