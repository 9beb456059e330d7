import { AuditVerifier, type AuditFault, type AuditReport } from '../platform/audit/audit.verifier.js';
import type { Command } from './command.js';

const REASONS: Record<AuditFault['reason'], string> = {
  'entry-changed': 'it is not what was sealed',
  'entry-missing': 'it was sealed and is gone',
  'entry-inserted': 'it was put in among sealed ones',
  'block-changed': 'the block is not what was sealed',
  'block-missing': 'the block is gone',
  'tail-cut': 'blocks that this machine has seen are gone or were replaced',
};

export const auditVerifyCommand: Command = {
  name: 'audit-verify',
  usage: '',
  summary: 'reads the whole audit trail and names the first bad entry',
  positionals: 0,
  async run(context) {
    const app = await context.app();
    const report = await app.get(AuditVerifier, { strict: false }).verify();
    context.say(verdict(report));
    context.say(tail(report));
    return report.fault ? 1 : 0;
  },
};

function verdict({ fault, entries, blocks }: AuditReport): string {
  if (!fault) return `The trail is whole: ${entries} entries in ${blocks} blocks are what was sealed.`;
  return `The trail is broken at ${fault.seq === null ? `block ${fault.block}` : `entry ${fault.seq} (block ${fault.block})`}: ${REASONS[fault.reason]}.`;
}

function tail({ unsealed: { count, oldestSeconds } }: AuditReport): string {
  return count === 0 ? 'Nothing waits to be sealed.' : `${count} entries wait to be sealed, the oldest for ${Math.round(oldestSeconds)} s.`;
}
