package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;

/**
 * Asks for the renewal mode of what has none of its own in an account.
 *
 * @param registrar the account
 */
record AccountMode(String registrar) implements Query<ReadDefaultRenewalMode.Result> {}
