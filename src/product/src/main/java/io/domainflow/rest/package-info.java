/**
 * The order API for billing systems: JSON in, JSON out, problems as RFC 9457. Each subject has its
 * own package; this one contains what they share.
 */
@NullMarked
package io.domainflow.rest;

import org.jspecify.annotations.NullMarked;
