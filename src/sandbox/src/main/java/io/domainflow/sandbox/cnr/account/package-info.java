/** Sessions, money, terms and prices at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.account;

import org.jspecify.annotations.NullMarked;
