import { useReader } from '../page/reader.js';
import type { Flow } from './flows.js';
import { strokeFor } from './strokes.js';
import { worldMap } from './world-map.js';

export interface FlowMapProps {
  /** What the picture shows, for those who hear it; its table says the rest. */
  title: string;
  /** Between countries, largest first. */
  flows: readonly Flow[];
  /** Lines are told apart by this, such as the region a flow comes from. */
  groupOf: (country: string) => string;
  groups: readonly string[];
  /** How many countries are named in the picture. */
  named?: number;
}

const THINNEST = 1.2;
const THICKEST = 6;
/** How far a line bends from the straight way, as a share of its length. */
const BEND = 0.18;

/** Lines over the land of the world, from providers to seekers. Countries are points; there are no borders. */
export const FlowMap = ({ title, flows, groupOf, groups, named = 0 }: FlowMapProps) => {
  const { name } = useReader();
  const { width, height, land } = worldMap;
  const most = Math.max(1, ...flows.map(({ count }) => count));
  const countries = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  return (
    <svg class="gate-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} direction="ltr">
      <path d={land} fill="#dce6eb" />
      {groups.map((group) => (
        <Arrowhead key={group} group={group} colour={strokeFor(groups, group).colour} />
      ))}
      {[...flows].reverse().map(({ from, to, count }) => {
        const group = groupOf(from);
        const { colour, dash } = strokeFor(groups, group);
        return (
          <path
            key={`${from}-${to}`}
            d={bend(from, to)}
            fill="none"
            stroke={colour}
            stroke-width={round(THINNEST + ((THICKEST - THINNEST) * count) / most)}
            stroke-dasharray={dash}
            stroke-opacity="0.8"
            marker-end={`url(#to-${group})`}
          />
        );
      })}
      {countries.map((country) => {
        const [x, y] = pointOf(country);
        return <circle key={country} cx={x} cy={y} r="3" fill="#0b0c0c" />;
      })}
      {countries.slice(0, named).map((country) => {
        const [x, y] = pointOf(country);
        return (
          <text key={country} class="gate-chart__label" x={within(x)} y={y - 7} text-anchor="middle">
            {name('country', country)}
          </text>
        );
      })}
    </svg>
  );
};

const Arrowhead = ({ group, colour }: { group: string; colour: string }) => (
  <marker
    id={`to-${group}`}
    viewBox="0 0 6 6"
    refX="6"
    refY="3"
    markerWidth="9"
    markerHeight="9"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path d="M0 0l6 3l-6 3z" fill={colour} />
  </marker>
);

/** A country without a point would be a fault of the map; a test holds that there is none. */
const pointOf = (country: string): readonly [number, number] => worldMap.points[country] ?? [0, 0];

const round = (value: number): number => Math.round(value * 10) / 10;
const within = (x: number): number => Math.min(Math.max(x, 60), worldMap.width - 60);

/** A curve that leaves its two ends free; inside one country a small loop. */
function bend(from: string, to: string): string {
  const [[x1, y1], [x2, y2]] = [pointOf(from), pointOf(to)];
  if (from === to) return `M${x1} ${y1}c-14 -22 14 -22 2 -4`;
  const [dx, dy] = [x2 - x1, y2 - y1];
  // Always to the north, as the great circles of a map seem to go.
  const side = dx > 0 ? 1 : -1;
  return `M${x1} ${y1}Q${round(x1 + dx / 2 + side * dy * BEND)} ${round(y1 + dy / 2 - side * dx * BEND)} ${x2} ${y2}`;
}
