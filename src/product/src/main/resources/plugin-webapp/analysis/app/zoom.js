// Wide diagrams open where something runs or has failed, large enough to be read, and not as a strip.
import {read} from './parts.js';

// Beside a diagram, Cockpit gives another address of the engine than elsewhere.
const ENGINE = location.pathname.replace(/app\/cockpit\/([^/]+).*/, 'api/engine/engine/$1');
const READABLE = 0.75;
// A diagram that is as large as this when all of it is in sight needs nothing else.
const LARGE_ENOUGH = 0.6;

// The first of these that is in the diagram; where it begins if none is.
export function openAt(viewer, activities) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const {outer, inner} = canvas.viewbox();
  if (!outer.width || Math.min(outer.width / inner.width, outer.height / inner.height) >= LARGE_ENOUGH) {
    return;
  }
  const [width, height] = [outer.width / READABLE, outer.height / READABLE];
  const start = elements.filter((shape) => shape.type === 'bpmn:StartEvent').sort((one, other) => one.x - other.x)[0];
  const at = activities.map((id) => elements.get(id)).find(Boolean);
  const shape = at || start;
  if (shape) {
    const x = at ? shape.x + shape.width / 2 - width / 2 : shape.x - width * 0.08;
    canvas.viewbox({
      x: Math.max(inner.x - 20, Math.min(x, inner.x + inner.width + 20 - width)),
      y: Math.max(inner.y - 20, Math.min(shape.y + shape.height / 2 - height / 2, inner.y + inner.height + 20 - height)),
      width, height,
    });
  }
}

// Those that have failed before those that only run.
async function ofDefinition(id) {
  const all = await read(ENGINE + '/process-definition/' + encodeURIComponent(id) + '/statistics?incidents=true');
  const failed = (one) => one.incidents.reduce((sum, incident) => sum + incident.incidentCount, 0);
  return all.sort((one, other) => failed(other) - failed(one) || other.instances - one.instances).map((one) => one.id);
}

function leaves(instance) {
  const own = [...(instance.childTransitionInstances || []), ...instance.childActivityInstances];
  return own.flatMap((child) => (child.childActivityInstances && child.childActivityInstances.length ? leaves(child) : [child]));
}

async function ofInstance(id) {
  const running = leaves(await read(ENGINE + '/process-instance/' + encodeURIComponent(id) + '/activity-instances'));
  const failed = (one) => (one.incidentIds && one.incidentIds.length ? 1 : 0);
  return running.sort((one, other) => failed(other) - failed(one)).map((one) => one.activityId);
}

function plugin(id, pluginPoint, reading) {
  return {
    id,
    pluginPoint,
    priority: 0,
    render(viewer, given) {
      reading(given).catch(() => []).then((activities) => openAt(viewer, activities));
    },
  };
}

export default [
  plugin('analysis-zoom', 'cockpit.processDefinition.diagram.plugin', ({processDefinitionId}) => ofDefinition(processDefinitionId)),
  plugin('analysis-zoom-instance', 'cockpit.processInstance.diagram.plugin', ({processInstanceId}) => ofInstance(processInstanceId)),
];
