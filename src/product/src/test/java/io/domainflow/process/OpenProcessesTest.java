package io.domainflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Resettable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Processes end before other data are deleted when a demonstration starts over; no application. */
class OpenProcessesTest {

  @Test
  void endBeforeAnythingIsForgotten() {
    List<Class<?>> others = resettable();
    assertThat(others.remove(OpenProcesses.class)).isTrue();

    assertThat(others)
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(order(type))
                    .as(type.getName())
                    .isGreaterThan(order(OpenProcesses.class)));
  }

  private static int order(Class<?> type) {
    return OrderUtils.getOrder(type, Ordered.LOWEST_PRECEDENCE);
  }

  private static List<Class<?>> resettable() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Resettable.class));
    List<Class<?>> types = new ArrayList<>();
    for (BeanDefinition found : scanner.findCandidateComponents("io.domainflow")) {
      types.add(ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }
    return types;
  }
}
