/**
 * What a registrant still has to do for a name that is registered: reminding, and looking what
 * happened to it.
 */
@NullMarked
package io.domainflow.process.registrantduty;

import org.jspecify.annotations.NullMarked;
