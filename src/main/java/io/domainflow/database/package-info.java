/** What everybody who talks to our tables needs: times in rows, and what a failure means. */
package io.domainflow.database;
