/**
 * Reseller accounts and what their registrants have agreed to beforehand, for administrators, and
 * their page.
 */
@NullMarked
package io.domainflow.rest.account;

import org.jspecify.annotations.NullMarked;
