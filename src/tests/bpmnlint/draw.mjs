// Draws every model as docs/pictures/<process>.svg, and its overview as docs/pictures/overviews/<process>.svg:
// npm run pictures --prefix src/tests/bpmnlint
// Needs Chromium; CHROMIUM names it where it is not /usr/bin/chromium.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const project = new URL('../../../', import.meta.url);
const drawn = [
  ['processes/', 'docs/pictures/'],
  ['docs/overviews/', 'docs/pictures/overviews/']
].map(folders => folders.map(folder => new URL(folder, project)));
const bpmnJs = createRequire(import.meta.url).resolve(
  'bpmn-js/dist/bpmn-viewer.production.min.js'
);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox']
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width: 3000px; height: 2000px"></div>');
  await page.addScriptTag({ path: bpmnJs });

  for (const [models, pictures] of drawn) {
    await mkdir(pictures, { recursive: true });

    for (const model of (await readdir(models)).filter(file => file.endsWith('.bpmn'))) {
      const picture = new URL(`${basename(model, '.bpmn')}.svg`, pictures);
      await writeFile(picture, await draw(page, await readFile(new URL(model, models), 'utf8')));
      console.log(fileURLToPath(picture));
    }
  }
} finally {
  await browser.close();
}

async function draw(page, xml) {
  const picture = await page.evaluate(async diagram => {
    const viewer = new BpmnJS({ container: '#canvas' });
    try {
      await viewer.importXML(diagram);
      return (await viewer.saveSVG()).svg;
    } finally {
      viewer.destroy();
    }
  }, xml);
  return withNumberedMarkers(picture);
}

// The ids of the arrowheads are random: numbered, they leave the picture of an unchanged model as it is.
function withNumberedMarkers(picture) {
  const ids = [...new Set(picture.match(/marker-[a-z0-9]{20,}/g))];
  return ids.reduce((svg, id, index) => svg.replaceAll(id, `marker-${index + 1}`), picture);
}
