const { overlap } = require('../geometry');

/** A boundary event does not hide what an activity shows in its corner: the icon of its type. */
const ICON = { width: 30, height: 30 };

module.exports = function() {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmndi:BPMNPlane')) {
      return;
    }

    const drawn = node.planeElement ?? [];

    for (const { bpmnElement, bounds } of drawn) {
      if (!bpmnElement?.$instanceOf('bpmn:BoundaryEvent')) {
        continue;
      }

      const host = bpmnElement.attachedToRef;
      const { x, y } = drawn.find(di => di.bpmnElement === host).bounds;

      if (host.$instanceOf('bpmn:Task') && overlap(bounds, { x, y, ...ICON })) {
        reporter.report(bpmnElement.id, `Event hides the icon of ${host.id}`);
      }
    }
  }

  return { check };
};
