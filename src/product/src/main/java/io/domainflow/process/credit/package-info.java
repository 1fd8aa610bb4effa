/** Handles an account that cannot pay: the steps of AccountOutOfCreditProcess.bpmn. */
@NullMarked
package io.domainflow.process.credit;

import org.jspecify.annotations.NullMarked;
