/**
 * What a browser is shown that belongs to no single subject: the start page, the login, and what
 * went wrong.
 */
@NullMarked
package io.domainflow.page;

import org.jspecify.annotations.NullMarked;
