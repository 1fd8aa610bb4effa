/**
 * How our commands are said to CentralNic Reseller, and how its answers are read: one {@code …Wire}
 * class for each command that is one command there, one {@code Composed…} class for each question
 * that takes several. The pages of the registrar's knowledge base are few: most names are known
 * from its own modules and SDKs, and each class says what is inferred.
 */
@NullMarked
package io.domainflow.cnr.command;

import org.jspecify.annotations.NullMarked;
