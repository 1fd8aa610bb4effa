/**
 * Questions to and information for holders of names, who have no login: on a plain page that a link
 * in a mail opens, for one answer.
 */
@NullMarked
package io.domainflow.holder;

import org.jspecify.annotations.NullMarked;
