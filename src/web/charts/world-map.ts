import { readFileSync } from 'node:fs';
import * as path from 'node:path';

type Point = readonly [x: number, y: number];

/** The world as `scripts/map.mjs` has drawn it: land without borders, and where each country is. */
export interface WorldMap {
  readonly width: number;
  readonly height: number;
  /** An SVG path. */
  readonly land: string;
  /** By ISO 3166-1 alpha-2. */
  readonly points: Readonly<Record<string, Point>>;
}

export const worldMap = JSON.parse(readFileSync(path.join(import.meta.dirname, 'world-map.json'), 'utf8')) as WorldMap;
