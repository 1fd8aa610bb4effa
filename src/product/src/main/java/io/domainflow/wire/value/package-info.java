/** Values in commands and answers that both platforms share. */
@NullMarked
package io.domainflow.wire.value;

import org.jspecify.annotations.NullMarked;
