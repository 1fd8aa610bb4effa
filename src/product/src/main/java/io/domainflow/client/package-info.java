/** The API clients: programs that use the order API, with their scopes and tokens. */
@NullMarked
package io.domainflow.client;

import org.jspecify.annotations.NullMarked;
