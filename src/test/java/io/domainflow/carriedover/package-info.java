/** What earlier versions have left in the database continues under this one. */
package io.domainflow.carriedover;
