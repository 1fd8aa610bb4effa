/**
 * Reseller accounts and what their registrants have agreed to beforehand, for administrators, and
 * their page.
 */
package io.domainflow.rest.account;
