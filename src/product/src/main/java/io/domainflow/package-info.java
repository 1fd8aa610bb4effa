/** The application, and its messages when it starts or refuses to start. */
@NullMarked
package io.domainflow;

import org.jspecify.annotations.NullMarked;
