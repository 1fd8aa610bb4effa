/**
 * The process of a change of registrant: who has to consent, how long that may take, what follows.
 */
@NullMarked
package io.domainflow.process.changeofregistrant;

import org.jspecify.annotations.NullMarked;
