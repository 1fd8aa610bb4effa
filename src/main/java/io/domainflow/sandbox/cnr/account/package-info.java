/** Sessions, money, terms and prices at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.account;
