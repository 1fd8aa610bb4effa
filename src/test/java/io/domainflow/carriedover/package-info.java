/** What earlier versions have left in the database goes on under this one. */
package io.domainflow.carriedover;
