/** The commands to a registrar, independent of the platform: one record for each. */
@NullMarked
package io.domainflow.registrar.command;

import org.jspecify.annotations.NullMarked;
