// Makes the map of the world that charts are drawn on: land without borders, and a point for every country of the code list, small islands
// included. The sources are coarse outlines of Natural Earth (public domain); run it again when they or the list of countries change.
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { feature } from 'topojson-client';

const WIDTH = 960;
const HEIGHT = 440;
/** Nothing of the exchange is further south; the ice would take a tenth of the picture. */
const SOUTH = -58;
/** Outlines closer than this to the point before, and islands smaller than this, are not seen at this size. */
const STEP = 2.2;
const SMALLEST = 10;

/** Countries that the outlines show as part of another, or not at all: degrees east and north. */
const BY_HAND = {
  BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53.1, 3.9], GI: [-5.4, 36.1], GP: [-61.6, 16.3], MQ: [-61.0, 14.6],
  RE: [55.5, -21.1], SJ: [16, 78.5], TK: [-171.9, -9.2], TV: [179.2, -8.5], UM: [166.6, 19.3], YT: [45.2, -12.8],
};

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const atlas = (name) => JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8'));

export const MAP_FILE = join(root, 'src/web/charts/world-map.json');

// The scale of the whole world, moved up so that the picture ends where nothing is left to see.
const projection = geoEqualEarth().fitWidth(WIDTH, { type: 'Sphere' });
const [, top] = projection([0, 84]);
const shifted = projection.translate([projection.translate()[0], projection.translate()[1] - top]);

/** The text of the file. */
export function worldMap() {
  const points = Object.fromEntries(countries().flatMap(({ code, m49 }) => placeOf(code, m49)));
  return `${JSON.stringify({ width: WIDTH, height: HEIGHT, land: landPath(), points })}\n`;
}

function countries() {
  const [head, ...rows] = readFileSync(join(root, 'src/modules/taxonomy/data/country.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
  const at = (name) => head.indexOf(name);
  return rows.map((row) => ({ code: row[at('code')], m49: row[at('m49')] }));
}

function placeOf(code, m49) {
  const shape = shapes().get(m49);
  const degrees = BY_HAND[code] ?? (shape && geoCentroid(largest(shape)));
  return degrees ? [[code, shifted(degrees).map(Math.round)]] : [];
}

let known;
function shapes() {
  const world = atlas('countries-50m');
  known ??= new Map(feature(world, world.objects.countries).features.map((one) => [String(one.id), one.geometry]));
  return known;
}

/** Of a country in many parts its mainland: the middle of all parts may lie in another country. */
function largest({ type, coordinates }) {
  const parts = (type === 'Polygon' ? [coordinates] : coordinates).map((part) => ({ type: 'Polygon', coordinates: part }));
  return parts.sort((a, b) => geoArea(b) - geoArea(a))[0];
}

function landPath() {
  const world = atlas('land-110m');
  const polygons = feature(world, world.objects.land).features.flatMap(({ geometry }) => geometry.coordinates);
  const inSight = polygons.filter(([shore]) => shore.some(([, north]) => north > SOUTH));
  // The path of d3 is cut where the picture ends in the west and east; without that Fiji would be a line around the world.
  const drawn = geoPath(shifted)({ type: 'MultiPolygon', coordinates: inSight });
  const rings = drawn.split('M').filter(Boolean).map((ring) => ring.replace('Z', '').split('L').map((point) => point.split(',').map(Number)));
  return rings.map(thinned).filter((ring) => Math.abs(area(ring)) >= SMALLEST).map(path).join('');
}

function thinned(ring) {
  const kept = [];
  for (const [x, y] of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) >= STEP) kept.push([Math.round(x), Math.round(y)]);
  }
  return kept;
}

const area = (ring) => ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2;

/** Steps from point to point are shorter to write than the points. */
function path([first, ...rest]) {
  let last = first;
  const steps = rest.map((point) => {
    const step = `${point[0] - last[0]} ${point[1] - last[1]}`;
    last = point;
    return step;
  });
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(MAP_FILE, worldMap());
