/** Names: what was last read of them, whose they are, and disputes over them. */
package io.domainflow.rest.domain;
