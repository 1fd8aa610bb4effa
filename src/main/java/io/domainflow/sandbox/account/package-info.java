/**
 * Accounts: who may log in and do what, what was charged, and what the account is told by event,
 * log and mail.
 */
@NullMarked
package io.domainflow.sandbox.account;

import org.jspecify.annotations.NullMarked;
