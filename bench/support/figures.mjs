import { cpus, loadavg } from 'node:os';

/** The value below which the given part (0..1) of the others lie. */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const median = (values) => percentile(values, 0.5);

export const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** What absolute figures depend on. */
export function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} x ${model.trim()}, Node ${process.version}, load ${loadavg()[0].toFixed(2)}`;
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A figure beside what is aimed at (DESIGN: budgets on a quiet machine of two cores). */
export function figure(what, value, aim) {
  say(`  ${what.padEnd(58)} ${value.padStart(10)}${aim ? `   aim ${aim}` : ''}`);
}
