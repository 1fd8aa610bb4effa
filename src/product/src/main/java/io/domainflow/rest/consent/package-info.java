/** Consents to changes of registrant, as JSON, as a table and as a page to print. */
@NullMarked
package io.domainflow.rest.consent;

import org.jspecify.annotations.NullMarked;
