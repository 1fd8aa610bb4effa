/** Who has agreed to changes of registrant, as JSON, as a table and as a page to be printed. */
@NullMarked
package io.domainflow.rest.consent;

import org.jspecify.annotations.NullMarked;
