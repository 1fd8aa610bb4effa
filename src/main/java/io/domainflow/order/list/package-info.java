/**
 * Orders as people browse them: pages and searches, where the process of each stands, and what was
 * written to its tasks.
 */
@NullMarked
package io.domainflow.order.list;

import org.jspecify.annotations.NullMarked;
