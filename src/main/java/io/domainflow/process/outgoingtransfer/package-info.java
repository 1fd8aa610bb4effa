/** Somebody else wants a name that is here: it is answered, or goes automatically. */
package io.domainflow.process.outgoingtransfer;
