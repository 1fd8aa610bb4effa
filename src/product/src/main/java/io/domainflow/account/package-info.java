/**
 * The reseller accounts at the registrar, and the vault that encrypts passwords and field values
 * before they reach the database.
 */
@NullMarked
package io.domainflow.account;

import org.jspecify.annotations.NullMarked;
