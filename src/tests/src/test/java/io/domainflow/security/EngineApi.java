package io.domainflow.security;

import com.fasterxml.jackson.databind.JsonNode;

/** The REST APIs of the engine: its own, and the one behind the web applications. */
enum EngineApi {
  ENGINE_REST("/engine-rest"),
  TASKLIST("/camunda/api/engine/engine/default");

  private final String path;

  EngineApi(String path) {
    this.path = path;
  }

  /** The path at which the API begins. */
  String path() {
    return path;
  }

  /** A demo user, logged in as this API requires. */
  Caller as(String login, int port) {
    return this == ENGINE_REST
        ? Caller.basic(port, login)
        : Caller.webapp(port, login, login.equals("analyst") ? "cockpit" : "tasklist");
  }

  /** The path of the task that an order waits for. */
  String task(JsonNode order) {
    return path + "/task/" + order.at("/waitingFor/taskId").asText();
  }
}
