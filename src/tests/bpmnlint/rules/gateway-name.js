/**
 * A gateway that decides asks a question, and each way out is an answer with a condition of its own.
 * A gateway that only joins has nothing to say.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmn:ExclusiveGateway')) {
      return;
    }

    const ways = node.outgoing ?? [];

    if (ways.length < 2) {
      if (node.name) {
        reporter.report(node.id, 'Joining gateway has a name');
      }

      return;
    }

    if (!node.name?.endsWith('?')) {
      reporter.report(node.id, 'Gateway does not ask a question');
    }

    if (node.default) {
      reporter.report(node.id, 'Gateway has a default flow instead of a condition');
    }

    ways
      .filter(flow => !flow.name || !flow.conditionExpression)
      .forEach(flow => reporter.report(flow.id, 'Answer lacks its label or its condition'));
  }

  return { check };
};
