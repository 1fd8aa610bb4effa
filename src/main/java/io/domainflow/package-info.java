/** The application, and what it says when it starts or refuses to. */
@NullMarked
package io.domainflow;

import org.jspecify.annotations.NullMarked;
