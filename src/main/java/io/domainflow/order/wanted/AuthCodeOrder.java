package io.domainflow.order.wanted;

/**
 * An order for the auth code of a name, with which its holder may move it to another registrar.
 *
 * @param unlock whether the transfer lock is opened, too, if it is set
 * @param deliver to whom the code goes
 */
public record AuthCodeOrder(boolean unlock, Deliver deliver) implements Wanted {

  /** To whom the code goes. */
  public enum Deliver {
    /** To who ordered it, once, over the API. */
    CALLER,
    /** To the holder of the name, by mail. */
    HOLDER
  }

  @Override
  public Operation operation() {
    return Operation.AUTH_CODE;
  }
}
