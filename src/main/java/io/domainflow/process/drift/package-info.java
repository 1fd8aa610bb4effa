/**
 * Names that are set up otherwise than they were ordered, as the daily check of their account finds
 * them: set right, taken over, or left to a person, as the account wants it.
 */
package io.domainflow.process.drift;
