/** An account that cannot pay: what happens at each step of AccountOutOfCreditProcess.bpmn. */
package io.domainflow.process.credit;
