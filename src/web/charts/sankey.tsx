import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { useReader } from '../page/reader.js';
import type { Flow } from './flows.js';
import { strokeFor } from './strokes.js';

export interface SankeyProps {
  title: string;
  flows: readonly Flow[];
  /** What is written beside the bars. */
  nameOf: (code: string) => string;
}

interface Side {
  id: string;
  code: string;
}
type Node = SankeyNode<Side, object>;
type Link = SankeyLink<Side, object>;

const WIDTH = 960;
const BAR = 16;
const ROW = 58;

/** Where flows come from and where they go to: bars on two sides, bands between them. Read from where a line of text begins. */
export const Sankey = ({ title, flows, nameOf }: SankeyProps) => {
  const { direction } = useReader();
  const { nodes, links, height } = layout(flows);
  const sources = [...new Set(flows.map(({ from }) => from))];
  const mirrored = direction === 'rtl' ? `translate(${WIDTH} 0) scale(-1 1)` : undefined;
  return (
    <svg class="gate-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title} direction="ltr">
      <g transform={mirrored}>
        {links.map((link) => {
          const { colour } = strokeFor(sources, (link.source as Node).code);
          return (
            <path
              key={`${(link.source as Node).id} ${(link.target as Node).id}`}
              d={sankeyLinkHorizontal()(link) ?? ''}
              fill="none"
              stroke={colour}
              stroke-opacity="0.45"
              stroke-width={Math.max(1, Math.round(link.width ?? 1))}
            />
          );
        })}
        {nodes.map(({ id, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => (
          <rect key={id} x={Math.round(x0)} y={Math.round(y0)} width={x1 - x0} height={Math.max(1, Math.round(y1 - y0))} fill="#083f54" />
        ))}
      </g>
      {nodes.map((node) => (
        <Label key={node.id} node={node} isMirrored={direction === 'rtl'} text={nameOf(node.code)} />
      ))}
    </svg>
  );
};

const Label = ({ node: { x0 = 0, x1 = 0, y0 = 0, y1 = 0 }, isMirrored, text }: { node: Node; isMirrored: boolean; text: string }) => {
  const isFirst = x0 === 0;
  const at = isFirst ? x1 + 8 : x0 - 8;
  return (
    <text
      class="gate-chart__label"
      x={isMirrored ? WIDTH - at : at}
      y={Math.round((y0 + y1) / 2)}
      dominant-baseline="middle"
      text-anchor={isFirst === isMirrored ? 'end' : 'start'}
    >
      {text}
    </text>
  );
};

function layout(flows: readonly Flow[]) {
  const side = (prefix: 'from' | 'to'): Side[] =>
    [...new Set(flows.map((flow) => flow[prefix]))].map((code) => ({ id: `${prefix} ${code}`, code }));
  const [sources, targets] = [side('from'), side('to')];
  const height = Math.max(sources.length, targets.length) * ROW;
  const { nodes, links } = sankey<Side, object>()
    .nodeId(({ id }) => id)
    .nodeWidth(BAR)
    .nodePadding(ROW / 3)
    .extent([
      [0, 4],
      [WIDTH, height - 4],
    ])({
    nodes: [...sources, ...targets],
    links: flows.map(({ from, to, count }) => ({ source: `from ${from}`, target: `to ${to}`, value: count })),
  });
  return { nodes: nodes as Node[], links: links as Link[], height };
}
