/**
 * Getting the auth code of a name for somebody who wants to move it, and protecting the name again
 * if he does not: AuthCodeProcess.bpmn and AuthCodeLockProcess.bpmn.
 */
@NullMarked
package io.domainflow.process.authcode;

import org.jspecify.annotations.NullMarked;
