/** Names: their last reading, their owners, and disputes over them. */
@NullMarked
package io.domainflow.rest.domain;

import org.jspecify.annotations.NullMarked;
