/**
 * The dialect of HEXONET's ISPAPI: one command per HTTP request, one typed answer or one typed
 * failure back. Never repeats anything.
 */
@NullMarked
package io.domainflow.ispapi;

import org.jspecify.annotations.NullMarked;
