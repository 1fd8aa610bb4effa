/**
 * Accounts: logins and permissions, charges, and messages to the account by event, log and mail.
 */
@NullMarked
package io.domainflow.sandbox.account;

import org.jspecify.annotations.NullMarked;
