/** API clients and their tokens, for administrators; and what any login is told of itself. */
package io.domainflow.rest.client;
