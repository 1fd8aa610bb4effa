/** What a registrar can be asked and told, in our words: one record for each command. */
@NullMarked
package io.domainflow.registrar.command;

import org.jspecify.annotations.NullMarked;
