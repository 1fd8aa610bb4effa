package io.domainflow.security.engine;

import io.domainflow.database.DatabaseFailure;
import io.domainflow.model.Text;
import io.domainflow.security.engine.TaskErrorMessages.NoSuchTask;
import io.domainflow.security.engine.TaskErrorMessages.TaskIsGone;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.spin.SpinRuntimeException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes both REST APIs of the engine answer 409 if somebody else was faster or the object already
 * exists, 404 if there is no such task, and 400 if a request is incomplete, or has an unreadable
 * variable. Otherwise they would answer 500, as if something were broken, or name classes.
 */
@ConstrainedTo(RuntimeType.SERVER)
public class EngineAnswers implements AutoDiscoverable {

  private static final Logger log = LoggerFactory.getLogger(EngineAnswers.class);

  /** PostgreSQL, appendix A: unique_violation. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** The API's message about a value that does not match its type. */
  private static final Pattern NOT_OF_ITS_TYPE =
      Pattern.compile("Cannot convert value '(.*)' of type '(.*)' to java type ", Pattern.DOTALL);

  /**
   * The same about a list or an object in place of Json or Xml, which it accepts only as a text.
   */
  private static final Pattern NOT_A_TEXT =
      Pattern.compile("Must provide 'null' or String value for value of .* type '(.*)'");

  private static final int MOST_SHOWN = 50;

  @Override
  public void configure(FeatureContext api) {
    api.register(OfTheApi.class);
    api.register(OfAVariable.class);
    api.register(OfTheEngine.class);
    api.register(OfNothing.class);
  }

  /** Exceptions into which the API has translated those of the engine. */
  @Priority(1)
  static class OfTheApi implements ExtendedExceptionMapper<RestException> {

    @Override
    public boolean isMappable(RestException e) {
      return status(e).isPresent() || unreadable(e).isPresent();
    }

    @Override
    public Response toResponse(RestException e) {
      return unreadable(e).map(EngineAnswers::badRequest).orElseGet(() -> answer(e));
    }
  }

  /** A variable whose value the API, or a part of the engine, cannot read. */
  @Priority(1)
  static class OfAVariable implements ExtendedExceptionMapper<RuntimeException> {

    @Override
    public boolean isMappable(RuntimeException e) {
      return e instanceof SpinRuntimeException
          || (e instanceof IllegalArgumentException
              && Arrays.stream(e.getStackTrace())
                  .anyMatch(
                      frame -> frame.getClassName().equals(VariableValueDto.class.getName())));
    }

    @Override
    public Response toResponse(RuntimeException e) {
      log.warn("a variable could not be read", e);
      return badRequest(
          "A variable cannot be read: its value does not fit its type. Nothing was changed.");
    }
  }

  /** An exception of the engine, untranslated. */
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

  /** The exception of the API for a request without a body, or without a member that it reads. */
  @Priority(1)
  static class OfNothing implements ExceptionMapper<NullPointerException> {

    @Override
    public Response toResponse(NullPointerException e) {
      log.warn("a request to the engine could not be read", e);
      return badRequest("The request has no body, or lacks a member that it needs.");
    }
  }

  private static Response badRequest(String why) {
    return Response.fromResponse(
            ExceptionHandlerHelper.getInstance()
                .getResponse(new InvalidRequestException(Response.Status.BAD_REQUEST, why)))
        .build();
  }

  /** Why a variable cannot be read, in our words; empty if the answer is about something else. */
  private static Optional<String> unreadable(RestException e) {
    String text = String.valueOf(e.getMessage());
    Matcher type = NOT_OF_ITS_TYPE.matcher(text);
    if (type.find()) {
      return Optional.of(
          "«%s» is not a value of type %s. Nothing was changed."
              .formatted(shown(type.group(1)), type.group(2)));
    }
    Matcher structured = NOT_A_TEXT.matcher(text);
    return structured.find()
        ? Optional.of(
            "The value of a variable of type %s must be a text. Nothing was changed."
                .formatted(structured.group(1)))
        : Optional.empty();
  }

  private static String shown(String value) {
    String printable = Text.printable(value);
    return printable.length() <= MOST_SHOWN ? printable : printable.substring(0, MOST_SHOWN) + "…";
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
    return Response.fromResponse(ExceptionHandlerHelper.getInstance().getResponse(told(e)))
        .status(status(e).orElseThrow())
        .build();
  }

  private static RuntimeException told(RuntimeException e) {
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
