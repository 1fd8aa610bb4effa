/** Times, prices, problems and the words of others as people read and enter them in forms. */
package io.domainflow.process.text;
