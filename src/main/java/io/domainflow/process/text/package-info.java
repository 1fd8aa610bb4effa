/** Times, prices, problems and the words of others as people read and enter them in forms. */
@NullMarked
package io.domainflow.process.text;

import org.jspecify.annotations.NullMarked;
