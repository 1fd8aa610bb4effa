/** An account that cannot pay: what happens at each step of AccountOutOfCreditProcess.bpmn. */
@NullMarked
package io.domainflow.process.credit;

import org.jspecify.annotations.NullMarked;
