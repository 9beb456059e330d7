// Loaded before a server (--import): from one SIGUSR2 to the next it keeps what the server asks its database, and then writes it to BENCH_STATEMENTS.
import { writeFileSync } from 'node:fs';
import pg from 'pg';

const { query } = pg.Client.prototype;
let kept;
pg.Client.prototype.query = function (text, values, ...rest) {
  if (kept && typeof text === 'string') kept.push({ text, values: Array.isArray(values) ? values : [] });
  return query.call(this, text, values, ...rest);
};
process.on('SIGUSR2', () => {
  if (kept) writeFileSync(process.env.BENCH_STATEMENTS, JSON.stringify(kept));
  kept = kept ? undefined : [];
});
