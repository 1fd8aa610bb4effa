package io.domainflow;

import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts something around parts of the application. */
public final class WrappedBeans {

  private WrappedBeans() {}

  /** Replaces each bean of a type by what is put around it. */
  public static <T> BeanPostProcessor of(Class<T> type, UnaryOperator<T> wrapping) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return type.isInstance(bean) ? wrapping.apply(type.cast(bean)) : bean;
      }
    };
  }
}
