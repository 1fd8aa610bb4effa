const { segments } = require('../geometry');

/**
 * A model is read from left to right, and a flow by the sides at which it leaves and enters:
 * it runs straight or at right angles, does not leave to the left nor enter from the right (a way
 * back runs above or below), and meets gateways and events in the middle of a side, activities
 * away from their corners.
 */
const FROM_CORNER = 20;
const PRECISION = 1;

module.exports = function() {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmndi:BPMNPlane')) {
      return;
    }

    const drawn = node.planeElement ?? [];
    const bounds = element => drawn.find(di => di.bpmnElement === element)?.bounds;

    for (const flow of drawn.filter(di => di.bpmnElement?.$instanceOf('bpmn:SequenceFlow'))) {
      const { id, sourceRef, targetRef } = flow.bpmnElement;
      const [first, second] = flow.waypoint;
      const [last, beforeLast] = flow.waypoint.slice().reverse();

      if (!segments(flow).every(([a, b]) => a.x === b.x || a.y === b.y)) {
        reporter.report(id, 'Flow runs aslant');
      }

      const left = dock(first, second, sourceRef, bounds(sourceRef));
      const entered = dock(last, beforeLast, targetRef, bounds(targetRef));

      if (!left) {
        reporter.report(id, `Flow does not leave ${sourceRef.id} in the middle of a side`);
      }

      if (left === 'left') {
        reporter.report(id, 'Flow leaves to the left');
      }

      if (!entered) {
        reporter.report(id, `Flow does not enter ${targetRef.id} in the middle of a side`);
      }

      if (entered === 'right') {
        reporter.report(id, 'Flow enters from the right');
      }
    }
  }

  return { check };
};

/** The side of the node on which the point lies and from which the next one leads away, if any. */
function dock(point, next, node, { x, y, width, height }) {
  const sides = [
    ['left', point.x, x, point.y, y, height, next.x < point.x],
    ['right', point.x, x + width, point.y, y, height, next.x > point.x],
    ['top', point.y, y, point.x, x, width, next.y < point.y],
    ['bottom', point.y, y + height, point.x, x, width, next.y > point.y]
  ];

  return sides.find(([, across, edge, along, start, length, away]) =>
    away
      && Math.abs(across - edge) <= PRECISION
      && Math.abs(along - start - length / 2) <= room(node, length)
  )?.[0];
}

/** How far from the middle of a side a flow may meet it. */
function room(node, length) {
  return node.$instanceOf('bpmn:Activity') ? length / 2 - FROM_CORNER : PRECISION;
}
