/** Names: what was last read of them, who owns them, and disputes over them. */
package io.domainflow.rest.domain;
