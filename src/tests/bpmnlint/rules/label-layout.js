const { meet, outline, overlap, segments, within } = require('../geometry');

/**
 * The names of events, gateways and flows stand beside what they name: not on the border of a
 * shape, nor on a flow, nor on another name.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmndi:BPMNPlane')) {
      return;
    }

    const drawn = node.planeElement ?? [];
    const shapes = drawn.filter(di => di.bpmnElement?.$instanceOf('bpmn:FlowNode'));
    const flows = drawn.filter(di => di.bpmnElement?.$instanceOf('bpmn:SequenceFlow'));
    const named = drawn.filter(di => di.bpmnElement?.name && isBeside(di.bpmnElement));

    named
      .filter(di => !di.label?.bounds)
      .forEach(di => reporter.report(di.bpmnElement.id, 'Label has no place'));

    const labels = named.filter(di => di.label?.bounds);

    labels.forEach((label, index) => {
      const { bounds } = label.label;
      const report = (what, { bpmnElement }) =>
        reporter.report(label.bpmnElement.id, `Label stands on ${what} ${bpmnElement.id}`);

      shapes
        .filter(shape => overlap(bounds, shape.bounds) && !isInside(bounds, shape))
        .forEach(shape => report('the shape', shape));

      flows
        .filter(flow => meet(outline(bounds), segments(flow)))
        .forEach(flow => report('the flow', flow));

      labels
        .slice(index + 1)
        .filter(other => overlap(bounds, other.label.bounds))
        .forEach(other => report('the label of', other));
    });
  }

  return { check };
};

function isBeside(element) {
  return [ 'bpmn:Event', 'bpmn:Gateway', 'bpmn:SequenceFlow' ].some(type => element.$instanceOf(type));
}

/** A label stands free inside of an expanded sub-process. */
function isInside(bounds, { bpmnElement, isExpanded, bounds: shape }) {
  return bpmnElement.$instanceOf('bpmn:SubProcess') && isExpanded && within(bounds, shape);
}
