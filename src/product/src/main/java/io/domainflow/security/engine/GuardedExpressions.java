package io.domainflow.security.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of our models: they can access process variables and the beans of
 * Domainflow, no other beans, and never a class. So an injected expression finds nothing to call.
 */
class GuardedExpressions extends SpringExpressionManager {

  private static final String OWN_BEANS = "io.domainflow.";

  GuardedExpressions(ApplicationContext applicationContext) {
    super(applicationContext);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new NoReflection());
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new VariableContextElResolver());
    resolvers.add(new OwnBeans(applicationContext));
    resolvers.add(new ArrayELResolver());
    resolvers.add(new ListELResolver());
    resolvers.add(new MapELResolver());
    resolvers.add(new BeanELResolver());
    return resolvers;
  }

  /** Comes first and refuses access to anything that leads from a value to code. */
  private static final class NoReflection extends ReadOnly {

    private static final Set<String> REFUSED_MEMBERS =
        Set.of("class", "getclass", "classloader", "getclassloader", "forname");

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
      refuse(base, property);
      return null;
    }

    @Override
    public @Nullable Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      refuse(base, method);
      return null;
    }

    private static void refuse(@Nullable Object base, Object member) {
      if (base == null) {
        return;
      }
      boolean code =
          base instanceof AnnotatedElement
              || base instanceof ClassLoader
              || base instanceof Runtime
              || base instanceof Process
              || base instanceof ProcessBuilder
              || base instanceof Thread
              || base instanceof ThreadGroup
              || base instanceof ApplicationContext
              || base instanceof DataSource
              || base.getClass().getPackageName().startsWith("java.lang.reflect")
              || base.getClass().getPackageName().startsWith("java.lang.invoke")
              || base.getClass().getPackageName().startsWith("javax.script");
      if (code || REFUSED_MEMBERS.contains(String.valueOf(member).toLowerCase(Locale.ROOT))) {
        throw new ELException("Expressions must not access classes.");
      }
    }
  }

  /** Resolves beans by name, but only our own. */
  private static final class OwnBeans extends ReadOnly {

    private final ApplicationContext beans;

    OwnBeans(ApplicationContext beans) {
      this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      if (base != null || !(property instanceof String name) || !beans.containsBean(name)) {
        return null;
      }
      Class<?> type = beans.getType(name);
      if (type == null || !type.getName().startsWith(OWN_BEANS)) {
        return null;
      }
      context.setPropertyResolved(true);
      return beans.getBean(name);
    }
  }

  /** The base class of resolvers that set nothing. */
  private abstract static class ReadOnly extends ELResolver {

    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
        ELContext context, Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
