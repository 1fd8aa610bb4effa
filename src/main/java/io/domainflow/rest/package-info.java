/** The order API for billing systems: JSON in, JSON out, problems as RFC 9457. */
package io.domainflow.rest;
