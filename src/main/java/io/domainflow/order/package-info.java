/**
 * The order of a caller and its life from intake to end. Knows that a process carries it out, but
 * not how.
 */
@NullMarked
package io.domainflow.order;

import org.jspecify.annotations.NullMarked;
