package io.domainflow.owner;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an operation.
 *
 * @param isStaff whether it is a staff member, who sees and may order for all names
 * @param owner the owner of its new names; null for staff, whose names have no owner
 * @param owners the owners as which it has names; empty for staff
 */
public record Caller(String login, boolean isStaff, @Nullable Owner owner, Set<Owner> owners) {

  /** Whether the caller may see what belongs to this owner. */
  public boolean maySee(@Nullable Owner of) {
    return isStaff || (of != null && owners.contains(of));
  }

  /** The visible owners as stored; null for a login that sees all names. */
  public String @Nullable [] seenOwners() {
    return isStaff ? null : owners.stream().map(Owner::text).toArray(String[]::new);
  }
}
