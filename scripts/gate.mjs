// The command line: makes the clone ready, then runs src/cli.ts in this process.
import './ready.mjs';

process.setSourceMapsEnabled(true);
await import('../dist/src/cli.js');
