/**
 * The process of a change of registrant: who has to consent, how long that may take, what follows.
 */
package io.domainflow.process.changeofregistrant;
