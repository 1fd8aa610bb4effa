package io.domainflow.security.engine;

import io.domainflow.security.RequiredSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Closes the engine's dangerous endpoints in code, so that no setting can open them again. The two
 * known vulnerabilities of this version of the engine are closed here (CVE-2026-109432, {@link
 * CommandGuard}) and in {@code SecurityConfiguration} (CVE-2026-77226).
 */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {

  private final ApplicationContext applicationContext;

  EngineHardening(ApplicationContext applicationContext) {
    this.applicationContext = applicationContext;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setAuthorizationEnabled(true);
    // a candidate may work on a task, but not assign it to other groups
    engine.setDefaultUserPermissionNameForTask("TASK_WORK");
    engine.setResourceAuthorizationProvider(new TaskRights());
    engine.setIdentityProviderSessionFactory(
        new GenericManagerFactory(UnlockedIdentityProvider.class));
    engine.setPasswordPolicy(new LongPasswords());

    engine.setEnableExpressionsInAdhocQueries(false);
    // for the task lists; the guards prevent all others from being stored or run
    engine.setEnableExpressionsInStoredQueries(true);
    engine.setExpressionManager(new GuardedExpressions(applicationContext));
    Supplier<@Nullable Authentication> currentUser =
        () -> engine.getIdentityService().getCurrentAuthentication();
    engine.setCustomPreCommandInterceptorsTxRequired(
        before(engine.getCustomPreCommandInterceptorsTxRequired(), currentUser));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        before(engine.getCustomPreCommandInterceptorsTxRequiresNew(), currentUser));

    engine.setJavaSerializationFormatEnabled(false);
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setEnableXxeProcessing(false);
    engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
    engine.setQueryMaxResultsLimit(CommandGuard.LARGEST_RESULT);
  }

  private List<CommandInterceptor> before(
      @Nullable List<CommandInterceptor> others, Supplier<@Nullable Authentication> currentUser) {
    List<CommandInterceptor> all = new ArrayList<>();
    all.add(new RefusalLog(currentUser));
    all.add(new CommandGuard(currentUser));
    all.add(new TaskErrorMessages(currentUser, applicationContext));
    all.add(new UnclaimInterceptor());
    all.add(new AssignmentInterceptor(currentUser));
    all.add(new LatestModels(currentUser));
    all.add(new OwnPassword(currentUser));
    all.add(new PasswordGuesses(currentUser, applicationContext));
    all.add(new CommentInterceptor(currentUser));
    all.add(new AnalystRedaction(currentUser));
    all.add(new UserRemoval(currentUser, applicationContext));
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }

  /** Length is what counts; rules about kinds of characters only make passwords worse. */
  private static final class LongPasswords implements PasswordPolicy {

    @Override
    public List<PasswordPolicyRule> getRules() {
      return List.of(new PasswordPolicyLengthRuleImpl(RequiredSettings.SHORTEST_PASSWORD));
    }
  }
}
