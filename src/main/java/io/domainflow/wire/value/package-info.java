/** Values in commands and answers that both platforms write alike. */
@NullMarked
package io.domainflow.wire.value;

import org.jspecify.annotations.NullMarked;
