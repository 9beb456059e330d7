import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

const TICKS_A_SECOND = 100;

/** CPU seconds a process has used (Linux). */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Asks for one address again and again, some at once. @returns CPU milliseconds of the process, and wall milliseconds, a request. */
export async function load(pid, address, { requests, atOnce = 8, headers = {} }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let left = requests;
  const [cpu, wall] = [cpuSeconds(pid), performance.now()];
  const caller = async () => {
    while (left-- > 0) await once(address, agent, headers);
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  agent.destroy();
  return { cpu: ((cpuSeconds(pid) - cpu) * 1_000) / requests, wall: (performance.now() - wall) / requests };
}

function once(address, agent, headers) {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${address} answered ${answer.statusCode}`))));
    }).once('error', reject);
  });
}
