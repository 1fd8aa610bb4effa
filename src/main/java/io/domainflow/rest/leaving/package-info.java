/** Requests of others for names that are here. */
package io.domainflow.rest.leaving;
