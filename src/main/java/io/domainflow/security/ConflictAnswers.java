package io.domainflow.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/**
 * Has both REST APIs of the engine answer 409 where somebody else was faster. By itself it would
 * say 500, as if something were broken.
 */
@ConstrainedTo(RuntimeType.SERVER)
public class ConflictAnswers implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext api) {
    api.register(OfTheApi.class);
    api.register(OfTheEngine.class);
  }

  /** What the API has made of an exception of the engine. */
  @Priority(1)
  static class OfTheApi implements ExtendedExceptionMapper<RestException> {

    @Override
    public boolean isMappable(RestException e) {
      return isConflict(e);
    }

    @Override
    public Response toResponse(RestException e) {
      return conflict(e);
    }
  }

  /** An exception of the engine as it came. */
  @Priority(1)
  static class OfTheEngine implements ExtendedExceptionMapper<ProcessEngineException> {

    @Override
    public boolean isMappable(ProcessEngineException e) {
      return isConflict(e);
    }

    @Override
    public Response toResponse(ProcessEngineException e) {
      return conflict(e);
    }
  }

  private static boolean isConflict(RuntimeException e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof OptimisticLockingException
                    || cause instanceof TaskAlreadyClaimedException
                    || cause instanceof TaskSentences.TaskIsGone);
  }

  private static Response conflict(RuntimeException e) {
    return Response.fromResponse(ExceptionHandlerHelper.getInstance().getResponse(e))
        .status(Response.Status.CONFLICT)
        .build();
  }
}
