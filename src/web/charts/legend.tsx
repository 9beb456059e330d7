import { strokeFor } from './strokes.js';

/** Which line stands for what. */
export const Legend = ({ groups, nameOf }: { groups: readonly string[]; nameOf: (code: string) => string }) => (
  <ul class="gate-legend">
    {groups.map((group) => {
      const { colour, dash } = strokeFor(groups, group);
      return (
        <li key={group}>
          <svg width="36" height="8" aria-hidden="true" focusable="false">
            <path d="M0 4h36" stroke={colour} stroke-width="3" stroke-dasharray={dash} />
          </svg>
          {nameOf(group)}
        </li>
      );
    })}
  </ul>
);
