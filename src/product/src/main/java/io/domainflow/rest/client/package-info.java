/** API clients and their tokens, for administrators; and a login's own data, for any login. */
@NullMarked
package io.domainflow.rest.client;

import org.jspecify.annotations.NullMarked;
