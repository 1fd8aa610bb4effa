/**
 * Gets the auth code of a name for a registrant who wants to transfer it, and protects the name
 * again if it is not transferred: AuthCodeProcess.bpmn and AuthCodeLockProcess.bpmn.
 */
@NullMarked
package io.domainflow.process.authcode;

import org.jspecify.annotations.NullMarked;
