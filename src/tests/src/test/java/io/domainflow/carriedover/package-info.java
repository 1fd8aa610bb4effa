/** Proves that processes of earlier versions in the database continue under this one. */
package io.domainflow.carriedover;
