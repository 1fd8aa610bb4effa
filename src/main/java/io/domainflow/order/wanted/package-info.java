/**
 * What can be ordered: what every order says, and for each operation the type of what only it
 * wants.
 */
@NullMarked
package io.domainflow.order.wanted;

import org.jspecify.annotations.NullMarked;
