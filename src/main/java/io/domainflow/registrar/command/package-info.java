/** What a registrar can be asked and told, in our words: one record for each command. */
package io.domainflow.registrar.command;
