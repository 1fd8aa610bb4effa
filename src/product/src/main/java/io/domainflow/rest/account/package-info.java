/**
 * Reseller accounts and the standing authorisations of their registrants, for administrators, and
 * their page.
 */
@NullMarked
package io.domainflow.rest.account;

import org.jspecify.annotations.NullMarked;
