package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;

/**
 * Reads an account's default renewal mode.
 *
 * @param registrar the account
 */
record AccountMode(String registrar) implements Query<ReadDefaultRenewalMode.Result> {}
