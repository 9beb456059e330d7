import { useReader } from '../page/reader.js';

/** "Last changed: 30 November 2026", below a text that people rely on. */
export const LastChanged = ({ text, day }: { text: string; day: string }) => (
  <p class="gate-quiet">
    {text} <time dateTime={day}>{useReader().format.date(day)}</time>
  </p>
);
