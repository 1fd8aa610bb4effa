/**
 * What several processes do with names: find one in its account or learn where it is, read it and
 * store what was read, and the steps that some processes have in common.
 */
@NullMarked
package io.domainflow.process.domain;

import org.jspecify.annotations.NullMarked;
