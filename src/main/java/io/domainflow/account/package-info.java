/**
 * The reseller accounts at the registrar and the vault that seals secrets: passwords and field
 * values are encrypted before they reach the database.
 */
@NullMarked
package io.domainflow.account;

import org.jspecify.annotations.NullMarked;
