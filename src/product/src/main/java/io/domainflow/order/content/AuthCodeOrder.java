package io.domainflow.order.content;

/**
 * An order for the auth code of a name, with which its holder may move it to another registrar.
 *
 * @param unlock whether to open the transfer lock if it is set
 * @param deliver who gets the code
 */
public record AuthCodeOrder(boolean unlock, Deliver deliver) implements OrderDetails {

  /** Who gets the code. */
  public enum Deliver {
    /** The caller, once, over the API. */
    CALLER,
    /** The holder of the name, by mail. */
    HOLDER
  }

  @Override
  public Operation operation() {
    return Operation.AUTH_CODE;
  }
}
