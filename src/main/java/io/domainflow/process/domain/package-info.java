/**
 * Names, as several processes deal with them: finding one in its account or learning where it is,
 * reading it and keeping what was read, and the steps that some processes have in common.
 */
@NullMarked
package io.domainflow.process.domain;

import org.jspecify.annotations.NullMarked;
