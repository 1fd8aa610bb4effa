package io.domainflow.security.engine;

import io.domainflow.database.DatabaseFailure;
import io.domainflow.security.engine.TaskErrorMessages.NoSuchTask;
import io.domainflow.security.engine.TaskErrorMessages.TaskIsGone;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has both REST APIs of the engine answer 409 where somebody else was faster or it is there
 * already, 404 where there is no such task, and 400 where a request lacks what it needs. On their
 * own they would say 500, as if something were broken.
 */
@ConstrainedTo(RuntimeType.SERVER)
public class EngineAnswers implements AutoDiscoverable {

  /** PostgreSQL, appendix A: unique_violation. */
  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public void configure(FeatureContext api) {
    api.register(OfTheApi.class);
    api.register(OfTheEngine.class);
    api.register(OfNothing.class);
  }

  /** What the API has made of an exception of the engine. */
  @Priority(1)
  static class OfTheApi implements ExtendedExceptionMapper<RestException> {

    @Override
    public boolean isMappable(RestException e) {
      return status(e).isPresent();
    }

    @Override
    public Response toResponse(RestException e) {
      return answer(e);
    }
  }

  /** An exception of the engine, unchanged. */
  @Priority(1)
  static class OfTheEngine implements ExtendedExceptionMapper<ProcessEngineException> {

    @Override
    public boolean isMappable(ProcessEngineException e) {
      return status(e).isPresent();
    }

    @Override
    public Response toResponse(ProcessEngineException e) {
      return answer(e);
    }
  }

  /** What the API runs into where a request has no body, or one without a member it reads. */
  @Priority(1)
  static class OfNothing implements ExceptionMapper<NullPointerException> {

    private static final Logger log = LoggerFactory.getLogger(EngineAnswers.class);

    @Override
    public Response toResponse(NullPointerException e) {
      log.warn("a request to the engine could not be read", e);
      return Response.fromResponse(
              ExceptionHandlerHelper.getInstance()
                  .getResponse(
                      new InvalidRequestException(
                          Response.Status.BAD_REQUEST,
                          "The request has no body, or lacks a member that it needs.")))
          .build();
    }
  }

  private static Optional<Response.Status> status(RuntimeException e) {
    return causes(e)
        .flatMap(cause -> statusOf(cause).stream())
        .findFirst()
        .or(() -> isConflict(e) ? Optional.of(Response.Status.CONFLICT) : Optional.empty());
  }

  /** What is said in the database's words, such as that a process was called meanwhile. */
  private static boolean isConflict(RuntimeException e) {
    return DatabaseFailure.of(e).filter(DatabaseFailure.CONFLICT::equals).isPresent();
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static Optional<Response.Status> statusOf(Throwable cause) {
    if (cause instanceof NoSuchTask) {
      return Optional.of(Response.Status.NOT_FOUND);
    }
    return cause instanceof OptimisticLockingException
            || cause instanceof TaskAlreadyClaimedException
            || cause instanceof TaskIsGone
            || isThereAlready(cause)
        ? Optional.of(Response.Status.CONFLICT)
        : Optional.empty();
  }

  /** A second user, group or member of the same name. */
  private static boolean isThereAlready(Throwable cause) {
    return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }

  private static Response answer(RuntimeException e) {
    return Response.fromResponse(ExceptionHandlerHelper.getInstance().getResponse(told(e)))
        .status(status(e).orElseThrow())
        .build();
  }

  private static RuntimeException told(RuntimeException e) {
    if (causes(e).anyMatch(EngineAnswers::isThereAlready)) {
      return new InvalidRequestException(
          Response.Status.CONFLICT, "That is there already. Nothing was changed.");
    }
    if (causes(e).noneMatch(cause -> statusOf(cause).isPresent())) {
      return new InvalidRequestException(
          Response.Status.CONFLICT,
          "Somebody else has changed it at the same time. Nothing was changed; try again.");
    }
    return e;
  }
}
