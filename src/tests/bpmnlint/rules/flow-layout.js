const { meet, outline, segments } = require('../geometry');

/**
 * Sequence flows neither cross each other nor run through shapes that they do not connect.
 * Flows with the same source or target may share a piece of their way.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmndi:BPMNPlane')) {
      return;
    }

    const drawn = node.planeElement ?? [];
    const flows = drawn.filter(di => di.bpmnElement?.$instanceOf('bpmn:SequenceFlow'));
    const shapes = drawn.filter(di => di.bpmnElement?.$instanceOf('bpmn:FlowNode'));

    flows.forEach((flow, index) => {
      for (const other of flows.slice(index + 1)) {
        if (!shareAnEnd(flow.bpmnElement, other.bpmnElement) && meet(segments(flow), segments(other))) {
          reporter.report(flow.bpmnElement.id, `Flow crosses ${other.bpmnElement.id}`);
        }
      }

      for (const shape of shapes) {
        if (!belongs(shape.bpmnElement, flow.bpmnElement) && meet(segments(flow), outline(shape.bounds))) {
          reporter.report(flow.bpmnElement.id, `Flow runs through ${shape.bpmnElement.id}`);
        }
      }
    });
  }

  return { check };
};

function shareAnEnd(flow, other) {
  return flow.sourceRef === other.sourceRef || flow.targetRef === other.targetRef;
}

/** Whether the shape is an end of the flow, the host of one, or contains both. */
function belongs(element, flow) {
  const { sourceRef, targetRef } = flow;

  return element === sourceRef
    || element === targetRef
    || element === sourceRef.attachedToRef
    || contains(element, flow);
}

function contains(container, element) {
  return !!element.$parent && (element.$parent === container || contains(container, element.$parent));
}
