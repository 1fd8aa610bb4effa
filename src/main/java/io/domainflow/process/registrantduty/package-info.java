/**
 * What a registrant still has to do for a name that is registered: reminding, and looking what
 * happened to it.
 */
package io.domainflow.process.registrantduty;
