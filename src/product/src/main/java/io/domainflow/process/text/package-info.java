/** Times, prices, problems and external texts, as people read and enter them in forms. */
@NullMarked
package io.domainflow.process.text;

import org.jspecify.annotations.NullMarked;
