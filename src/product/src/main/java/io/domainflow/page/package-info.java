/** General pages for browsers: the start page, the login, and error pages. */
@NullMarked
package io.domainflow.page;

import org.jspecify.annotations.NullMarked;
