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
    if (report.otherKeyBlocks > 0)
      context.say(
        `${report.otherKeyBlocks} blocks were sealed under another GATE_SECRET and could not be checked: run this again with that one.`,
      );
    if (report.anchoredBlock === null && report.blocks > 0)
      context.say('The data folder holds no head file, so a tail that was cut off would not be noticed.');
    return report.fault || report.otherKeyBlocks > 0 ? 1 : 0;
  },
};

function verdict({ fault, entries, blocks }: AuditReport): string {
  if (!fault) return `The trail is whole: ${entries} entries in ${blocks} blocks are what was sealed.`;
  return `The trail is broken at ${fault.seq === null ? `block ${fault.block}` : `entry ${fault.seq} (block ${fault.block})`}: ${REASONS[fault.reason]}.`;
}

function tail({ unsealed: { count, oldestSeconds } }: AuditReport): string {
  return count === 0 ? 'Nothing waits to be sealed.' : `${count} entries wait to be sealed, the oldest for ${Math.round(oldestSeconds)} s.`;
}
