import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** When a process began, in whatever unit the system has; with the pid it names one process, though pids are used again. Empty: none. */
export function bornAt(pid: number): string {
  if (process.platform !== 'linux') return ps('lstart', pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name is in parentheses and may hold spaces: count fields from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** The command line of a process, empty when there is none. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps('command', pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

const ps = (field: string, pid: number): string =>
  spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
