package io.domainflow.process.transfersetup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the setup of a transferred name knows of changes of registrant.
 *
 * @param tradeConfirmation how long the prior registrant has to confirm one that the registrar has
 *     made of new contacts; the registrar states no deadline itself
 */
@ConfigurationProperties("domainflow.transfer-setup")
record TransferSetupProperties(@DefaultValue("P14D") Duration tradeConfirmation) {}
