/**
 * The daily check of the reseller accounts: one process looks, another one asks a person about each
 * thing found, for as long as it lasts.
 */
@NullMarked
package io.domainflow.process.accountcheck;

import org.jspecify.annotations.NullMarked;
