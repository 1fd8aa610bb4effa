/** Values in commands and answers that both platforms share. */
@NullMarked
package io.domainflow.lineprotocol.value;

import org.jspecify.annotations.NullMarked;
