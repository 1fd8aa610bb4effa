/** Names: what was last read of them, who owns them, and disputes over them. */
@NullMarked
package io.domainflow.rest.domain;

import org.jspecify.annotations.NullMarked;
