/** API clients and their tokens, for administrators; and what any login is told of itself. */
@NullMarked
package io.domainflow.rest.client;

import org.jspecify.annotations.NullMarked;
