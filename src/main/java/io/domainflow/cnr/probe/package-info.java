/**
 * How it is found out at CentralNic Reseller whether a command was carried out: one class for each
 * command that must not be sent twice.
 */
@NullMarked
package io.domainflow.cnr.probe;

import org.jspecify.annotations.NullMarked;
