/** Releases a name to another registrar, or back to its registry. */
@NullMarked
package io.domainflow.process.release;

import org.jspecify.annotations.NullMarked;
