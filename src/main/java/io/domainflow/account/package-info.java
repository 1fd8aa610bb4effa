/**
 * The reseller accounts at the registrar and the vault that seals secrets: passwords and field
 * values are encrypted before they reach the database.
 */
package io.domainflow.account;
