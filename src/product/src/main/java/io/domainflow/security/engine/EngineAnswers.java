package io.domainflow.security.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
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
 * Makes both REST APIs of the engine name no host in links, and answer 409 if somebody else was
 * faster or the object already exists, 404 if there is no such thing, and 400 if a request is
 * incomplete, or has a value that cannot be read ({@link CallersMistake}). Otherwise they would
 * answer 500, as if something were broken, or name classes.
 */
@ConstrainedTo(RuntimeType.SERVER)
public class EngineAnswers implements AutoDiscoverable {

  private static final Logger log = LoggerFactory.getLogger(EngineAnswers.class);

  /** PostgreSQL, appendix A: unique_violation. */
  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public void configure(FeatureContext api) {
    api.register(OfTheApi.class);
    api.register(OfAValue.class);
    api.register(OfTheEngine.class);
    api.register(OfNothing.class);
    api.register(OfJson.class);
    api.register(OfMembers.class);
    api.register(OfLargeJson.class);
    api.register(LinksWithoutHost.class);
  }

  /** Exceptions into which the API has translated those of the engine. */
  @Priority(1)
  static class OfTheApi implements ExtendedExceptionMapper<RestException> {

    @Override
    public boolean isMappable(RestException e) {
      return isExplained(e);
    }

    @Override
    public Response toResponse(RestException e) {
      return answer(e);
    }
  }

  /** Exceptions that neither the API nor the engine foresees, such as of a value's type. */
  @Priority(1)
  static class OfAValue implements ExtendedExceptionMapper<RuntimeException> {

    @Override
    public boolean isMappable(RuntimeException e) {
      return CallersMistake.of(e).isPresent();
    }

    @Override
    public Response toResponse(RuntimeException e) {
      return answer(e);
    }
  }

  /** An exception of the engine, untranslated. */
  @Priority(1)
  static class OfTheEngine implements ExtendedExceptionMapper<ProcessEngineException> {

    @Override
    public boolean isMappable(ProcessEngineException e) {
      return isExplained(e);
    }

    @Override
    public Response toResponse(ProcessEngineException e) {
      return answer(e);
    }
  }

  /** The exception of the API for a request without a body, or without a member that it reads. */
  @Priority(1)
  static class OfNothing implements ExceptionMapper<NullPointerException> {

    @Override
    public Response toResponse(NullPointerException e) {
      log.warn("a request to the engine could not be read", e);
      return refused(
          new CallersMistake(
              Response.Status.BAD_REQUEST,
              "The request has no body, or lacks a member that it needs."));
    }
  }

  /**
   * What is no JSON. Both the engine's API and the libraries below it have a mapper for this, and
   * which of the two answers is chance; that of the libraries names classes.
   */
  @Priority(1)
  static class OfJson implements ExceptionMapper<JsonParseException> {

    @Override
    public Response toResponse(JsonParseException e) {
      return refused(CallersMistake.ofJson(e));
    }
  }

  /** JSON with a member that does not fit its type; there are two mappers for this as well. */
  @Priority(1)
  static class OfMembers implements ExceptionMapper<JsonMappingException> {

    @Override
    public Response toResponse(JsonMappingException e) {
      return refused(CallersMistake.ofMember(e));
    }
  }

  /** JSON that is nested deeper, or has longer names or numbers, than anything needs here. */
  @Priority(1)
  static class OfLargeJson implements ExceptionMapper<StreamConstraintsException> {

    @Override
    public Response toResponse(StreamConstraintsException e) {
      return refused(CallersMistake.ofLargeJson());
    }
  }

  private static boolean isExplained(RuntimeException e) {
    return status(e).isPresent() || CallersMistake.of(e).isPresent();
  }

  private static Response refused(CallersMistake mistake) {
    return Response.fromResponse(
            ExceptionHandlerHelper.getInstance()
                .getResponse(new InvalidRequestException(mistake.status(), mistake.words())))
        .build();
  }

  private static Optional<Response.Status> status(RuntimeException e) {
    return causes(e)
        .flatMap(cause -> statusOf(cause).stream())
        .findFirst()
        .or(() -> isConflict(e) ? Optional.of(Response.Status.CONFLICT) : Optional.empty());
  }

  /**
   * Whether the failure is a conflict in the database, for example because a process was called
   * meanwhile.
   */
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

  /** A second user, group or member with the same name. */
  private static boolean isThereAlready(Throwable cause) {
    return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }

  private static Response answer(RuntimeException e) {
    Optional<Response.Status> status = status(e);
    if (status.isPresent()) {
      return Response.fromResponse(ExceptionHandlerHelper.getInstance().getResponse(forCallers(e)))
          .status(status.get())
          .build();
    }
    if (!(e instanceof InvalidRequestException)) {
      // the log has what the caller is not told, in case that it was no mistake of his
      log.info("a request to the engine is refused", e);
    }
    return refused(CallersMistake.of(e).orElseThrow());
  }

  private static RuntimeException forCallers(RuntimeException e) {
    if (causes(e).anyMatch(EngineAnswers::isThereAlready)) {
      return new InvalidRequestException(
          Response.Status.CONFLICT, "It exists already. Nothing was changed.");
    }
    if (causes(e).noneMatch(cause -> statusOf(cause).isPresent())) {
      return new InvalidRequestException(
          Response.Status.CONFLICT,
          "Somebody else has changed it at the same time. Nothing was changed; try again.");
    }
    return e;
  }
}
