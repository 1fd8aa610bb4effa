package io.domainflow.security;

import java.util.concurrent.ForkJoinPool;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Answers from a different thread than the one that accepted the request. */
@RestController
@RequestMapping(LateAnswer.PATH)
class LateAnswer {

  static final String PATH = "/api/v1/late-answer";

  @GetMapping
  DeferredResult<String> get(Authentication login) {
    DeferredResult<String> answer = new DeferredResult<>();
    ForkJoinPool.commonPool().execute(() -> answer.setResult("late for " + login.getName()));
    return answer;
  }

  @PostMapping
  DeferredResult<String> fail(Authentication login) {
    DeferredResult<String> answer = new DeferredResult<>();
    ForkJoinPool.commonPool()
        .execute(() -> answer.setErrorResult(new IllegalStateException("late")));
    return answer;
  }
}
