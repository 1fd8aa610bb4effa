/**
 * Proves Domainflow's promises with figures: a short form with every build, the full form with
 * {@code mvn verify -Pproofs}. Each proof writes its figures to {@code target/proofs}.
 */
package io.domainflow.proof;
