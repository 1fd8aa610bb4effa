package io.domainflow.process.transfersetup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the setup of a transferred name.
 *
 * @param tradeConfirmation how long the prior registrant has to confirm a change of registrant that
 *     the registrar has started because of new contacts; the registrar states no deadline itself
 */
@ConfigurationProperties("domainflow.transfer-setup")
record TransferSetupProperties(@DefaultValue("P14D") Duration tradeConfirmation) {}
