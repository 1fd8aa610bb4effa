/**
 * The steps with names that several processes share: find one in its account or learn where it is,
 * read it and store what was read, and common workers.
 */
@NullMarked
package io.domainflow.process.domain;

import org.jspecify.annotations.NullMarked;
