/**
 * What comes before an order is taken: the start form and what is wrong with what was entered in
 * it, and the preview of what an order would do.
 */
@NullMarked
package io.domainflow.process.start;

import org.jspecify.annotations.NullMarked;
