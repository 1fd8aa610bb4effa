package io.domainflow.process.accountcheck;

import io.domainflow.model.RenewalMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the daily check of the reseller accounts.
 *
 * @param enabled whether accounts are checked at all; of several nodes, the last one to start
 *     decides
 * @param at time of the day, UTC, at which the check begins; the first check after a change still
 *     begins at the old time
 * @param renewalMode the default mode of each account for its names, and of names that were not
 *     ordered with another one
 * @param lowestBalance in the account's currency: an account that has less to spend, credit
 *     included, becomes a task
 * @param expiringWithin how long before its expiry a name that nobody renews becomes a task
 */
@ConfigurationProperties("domainflow.account-check")
public record AccountCheckProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("05:00") LocalTime at,
    @DefaultValue("AUTOEXPIRE") RenewalMode renewalMode,
    @DefaultValue("100") BigDecimal lowestBalance,
    @DefaultValue("P14D") Duration expiringWithin) {}
