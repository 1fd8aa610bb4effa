/**
 * Ids are read by tests, logs and expressions: a prefix for the kind, then words in PascalCase.
 * Messages and errors are named in code: Message_X is called Msg_X, Error_X has the code Err_X.
 */
const PREFIXES = [
  ['bpmn:StartEvent', 'StartEvent'],
  ['bpmn:EndEvent', 'EndEvent'],
  ['bpmn:BoundaryEvent', 'BoundaryEvent'],
  ['bpmn:IntermediateCatchEvent', 'IntermediateEvent'],
  ['bpmn:IntermediateThrowEvent', 'IntermediateEvent'],
  ['bpmn:Task', 'Task'],
  ['bpmn:CallActivity', 'CallActivity'],
  ['bpmn:SubProcess', 'SubProcess'],
  ['bpmn:Gateway', 'Gateway'],
  ['bpmn:SequenceFlow', 'SequenceFlow'],
  ['bpmn:Message', 'Message'],
  ['bpmn:Error', 'Error']
];

module.exports = function() {

  function check(node, reporter) {
    const [, prefix] = PREFIXES.find(([type]) => node.$instanceOf(type)) ?? [];

    if (!prefix) {
      return;
    }

    if (!new RegExp(`^${prefix}_([A-Z][a-z0-9]*)+$`).test(node.id)) {
      reporter.report(node.id, `Id is not ${prefix}_ and words in PascalCase`);
    }

    const words = node.id.slice(prefix.length + 1);

    if (prefix === 'Message' && node.name !== `Msg_${words}`) {
      reporter.report(node.id, `Message is not called Msg_${words}`);
    }

    if (prefix === 'Error' && node.errorCode !== `Err_${words}`) {
      reporter.report(node.id, `Error does not have the code Err_${words}`);
    }
  }

  return { check };
};
