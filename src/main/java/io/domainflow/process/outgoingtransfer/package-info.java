/** Somebody else wants a name that is here: it is answered, or goes automatically. */
@NullMarked
package io.domainflow.process.outgoingtransfer;

import org.jspecify.annotations.NullMarked;
