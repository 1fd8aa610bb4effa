/**
 * The daily check of the reseller accounts: one process checks, another one asks a person about
 * each finding, for as long as it lasts.
 */
@NullMarked
package io.domainflow.process.accountcheck;

import org.jspecify.annotations.NullMarked;
