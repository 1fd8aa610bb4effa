package io.domainflow.process.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.FormFiller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Fills a form when a person opens it. Tasklist requests only start forms as deployed forms. */
class OpenedForms extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;
  private final List<FormFiller> fillers;
  private final ObjectMapper json;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine acts in its own name
   */
  OpenedForms(
      Supplier<@Nullable Authentication> currentUser, List<FormFiller> fillers, ObjectMapper json) {
    this.currentUser = currentUser;
    this.fillers = fillers;
    this.json = json;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T execute(Command<T> command) {
    Authentication user = Context.getCommandContext() == null ? currentUser.get() : null;
    boolean start = command instanceof GetDeployedStartFormCmd;
    T form = next.execute(command);
    return user != null && (start || command instanceof GetDeployedTaskFormCmd)
        ? (T) opened((InputStream) form, start, user)
        : form;
  }

  private InputStream opened(InputStream deployed, boolean start, Authentication user) {
    try (deployed) {
      byte[] text = deployed.readAllBytes();
      try {
        JsonNode form = json.readTree(text);
        Collection<String> groups = user.getGroupIds() == null ? List.of() : user.getGroupIds();
        fillers.forEach(filler -> filler.fill(form, start, user.getUserId(), groups));
        return new ByteArrayInputStream(json.writeValueAsBytes(form));
      } catch (JsonProcessingException e) {
        // an administrator's own form, in HTML
        return new ByteArrayInputStream(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
