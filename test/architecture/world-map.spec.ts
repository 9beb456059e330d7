import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadCodeBookFromFiles } from '../../src/modules/taxonomy/index.js';
import { worldMap } from '../../src/web/charts/world-map.js';

/** South of the picture; nobody has an office there. */
const OUTSIDE = ['AQ'];

it('every country of the code list has its place on the map, small islands too', () => {
  const codes = loadCodeBookFromFiles()
    .items('country')
    .map(({ code }) => code);
  expect(codes).toHaveLength(249);
  const inside = (code: string) => {
    const [x = -1, y = -1] = worldMap.points[code] ?? [];
    return x >= 0 && x <= worldMap.width && y >= 0 && y <= worldMap.height;
  };
  expect(codes.filter((code) => !inside(code))).toEqual(OUTSIDE);
});

it('the map is what its script makes', () => {
  const made = `import('./scripts/map.mjs').then(({ worldMap }) => process.stdout.write(worldMap()))`;
  expect(execFileSync(process.execPath, ['-e', made], { encoding: 'utf8' })).toBe(readFileSync('src/web/charts/world-map.json', 'utf8'));
});
