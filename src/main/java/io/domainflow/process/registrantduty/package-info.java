/**
 * What a registrant still has to do for a name that is registered: reminding, and looking what has
 * become of it.
 */
package io.domainflow.process.registrantduty;
