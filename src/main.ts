import 'reflect-metadata';
import { GateProcess } from './runtime/gate-process.js';

const gate = new GateProcess(process.env, (code) => process.exit(code));

// Before anything is started, so that a signal during the start is heard.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void gate.stop(0));

await gate.run();
